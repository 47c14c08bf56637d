using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>What arrived, in the order in which it arrived.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<TestRequest> _requests = new();

    public IReadOnlyList<TestRequest> Requests => [.. _requests];

    public async Task AddAsync(HttpContext context)
    {
        var request = context.Request;

        // The body is read here and again by the endpoint.
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
        request.Body.Position = 0;
        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        request.Body.Position = 0;
        _requests.Enqueue(new(EndpointPaths.Find(request.Path), request.Method, request.Path.Value ?? "/")
        {
            Query = Fields(request.Query),
            Form = Fields(form),
            Headers = request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = body,
        });
    }

    public void Clear() => _requests.Clear();

    private static List<KeyValuePair<string, string>> Fields(IEnumerable<KeyValuePair<string, StringValues>> collection) =>
        [.. collection.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))];
}
