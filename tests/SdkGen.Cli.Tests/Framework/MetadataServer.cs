using System.Net;
using System.Text;

namespace SdkGen.Cli.Tests.Framework;

/// <summary>A provider on this machine that answers at its well-known address with whatever a test says.</summary>
internal sealed class MetadataServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly TaskCompletionSource _stopped = new();

    public MetadataServer()
    {
        for (var attempt = 0; ; attempt++)
        {
            Issuer = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}";
            _listener = new();
            _listener.Prefixes.Add(Issuer + "/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody else has the port.
            }
        }

        Body = $$"""{"issuer":"{{Issuer}}","authorization_endpoint":"{{Issuer}}/authorize","token_endpoint":"{{Issuer}}/token","jwks_uri":"{{Issuer}}/keys","scopes_supported":["openid","email"],"grant_types_supported":["authorization_code","refresh_token"],"code_challenge_methods_supported":["S256"],"claims_supported":["sub"]}""";
        _ = ServeAsync();
    }

    public string Issuer { get; }

    /// <summary>What is answered; nothing hangs until the server is gone.</summary>
    public string? Body { get; set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string? Location { get; set; }

    public void Dispose()
    {
        _stopped.TrySetResult();
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (Body is not { } body)
        {
            await _stopped.Task;
            return;
        }

        var isMetadata = context.Request.Url!.AbsolutePath == "/.well-known/openid-configuration";
        context.Response.StatusCode = isMetadata ? (int)Status : 404;
        context.Response.RedirectLocation = Location;
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(isMetadata ? body : ""));
        context.Response.Close();
    }
}
