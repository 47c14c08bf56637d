using System.Net;
using System.Text;

namespace SdkGen.OAuth.Tests;

/// <summary>The provider's side of the wire: answers what a test says, and remembers what arrived.</summary>
internal sealed class Wire : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<WireRequest, HttpResponseMessage>>> _replies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<WireRequest, HttpResponseMessage>> _standing = new(StringComparer.Ordinal);

    public List<WireRequest> Requests { get; } = [];

    /// <summary>Told of each request as it arrives.</summary>
    public Action<WireRequest>? Arrived { get; set; }

    public WireRequest Last => Requests[^1];

    /// <summary>Whether it has no answer yet.</summary>
    public bool IsEmpty => _replies.Count == 0 && _standing.Count == 0;

    /// <summary>Answers one request to a path.</summary>
    public Wire Answer(string path, Func<WireRequest, HttpResponseMessage> reply)
    {
        (_replies.TryGetValue(path, out var queue) ? queue : _replies[path] = new()).Enqueue(reply);
        return this;
    }

    /// <summary>Answers one request to a path.</summary>
    public Wire Answer(string path, string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json") =>
        Answer(path, _ => Reply(body, status, type));

    /// <summary>Answers every request to a path that has no other answer.</summary>
    public Wire Always(string path, string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json")
    {
        _standing[path] = _ => Reply(body, status, type);
        return this;
    }

    /// <summary>Answers every request to a path that has no other answer.</summary>
    public Wire Always(string path, Func<WireRequest, HttpResponseMessage> reply)
    {
        _standing[path] = reply;
        return this;
    }

    public static HttpResponseMessage Reply(string body, HttpStatusCode status = HttpStatusCode.OK, string type = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new(status) { Content = content };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var arrived = new WireRequest(request, body);
        lock (Requests)
        {
            Requests.Add(arrived);
        }

        Arrived?.Invoke(arrived);
        var path = request.RequestUri!.AbsolutePath;
        Func<WireRequest, HttpResponseMessage>? reply = null;
        lock (_replies)
        {
            if (_replies.TryGetValue(path, out var queue) && queue.Count > 0)
            {
                reply = queue.Dequeue();
            }
        }

        reply ??= _standing.GetValueOrDefault(path);
        return reply is null ? Reply("", HttpStatusCode.NotFound) : reply(arrived);
    }
}
