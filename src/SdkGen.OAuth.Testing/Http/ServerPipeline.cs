using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Testing.Server;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>
/// What happens to a request before and after its endpoint: it is recorded, fails if a test wants it to, waits for its turn, and its reply
/// is changed.
/// </summary>
internal sealed class ServerPipeline(ServerAddress address, RequestLog log, Interventions interventions, ServerClock clock, ProofGate proofs) : IDisposable
{
    /// <summary>
    /// The endpoints share one connection to one database, and two requests with the same code have to meet one after the other: a race
    /// in the server would be a riddle in the test.
    /// </summary>
    private readonly SemaphoreSlim _turn = new(1);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await HandleAsync(context, next).ConfigureAwait(false);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (clock.IsStopped || context.RequestAborted.IsCancellationRequested)
            {
                context.Abort();
                return;
            }

            // A mistake of the test, as in a change that it planned, or of this server: in both cases its author wants to read it.
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync("The test server failed: " + exception, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the request whose turn it is, and lets no other have one: the database can be closed then.</summary>
    public Task CloseAsync() => _turn.WaitAsync();

    public void Dispose() => _turn.Dispose();

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        // What a proof is for is the address that the client has called.
        var called = context.Request.Scheme + "://" + context.Request.Host + context.Request.Path.ToUriComponent();

        // In memory the server answers for every host, and is nevertheless the same one.
        var reached = context.Features.Get<ITlsHandshakeFeature>() is null ? address.Base : address.Tls!;
        context.Request.Scheme = reached.Scheme;
        context.Request.Host = new(reached.Authority);
        await log.AddAsync(context).ConfigureAwait(false);
        var endpoint = EndpointPaths.Find(context.Request.Path);
        if (endpoint is { } failing && interventions.NextFailure(failing) is { } failure)
        {
            await failure.ActAsync(context, clock).ConfigureAwait(false);
            if (!failure.AnswersAfterwards)
            {
                return;
            }
        }

        if (!await proofs.PassAsync(context, endpoint, called).ConfigureAwait(false))
        {
            return;
        }

        using var reply = new MemoryStream();
        await AnswerAsync(context, next, reply).ConfigureAwait(false);
        var body = endpoint is { } changing && interventions.NextChange(changing) is { } change
            ? JsonChange.Apply(reply.ToArray(), change)
            : reply.ToArray();
        if (body.Length > 0)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>The reply goes into memory first, so that a slow reader keeps nobody waiting.</summary>
    private async Task AnswerAsync(HttpContext context, RequestDelegate next, MemoryStream reply)
    {
        using (var either = clock.Link(context.RequestAborted))
        {
            await _turn.WaitAsync(either.Token).ConfigureAwait(false);
        }

        var toClient = context.Response.Body;
        context.Response.Body = reply;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            context.Response.Body = toClient;
            _turn.Release();
        }
    }
}
