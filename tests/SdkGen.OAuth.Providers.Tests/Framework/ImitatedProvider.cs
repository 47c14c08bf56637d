using System.Net;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>Plays a provider in place of the network: every host of the record is here, so the interface keeps its real URLs.</summary>
internal sealed class ImitatedProvider(Session session) : HttpMessageHandler
{
    /// <summary>What every request has, and what is of the transport alone.</summary>
    private static readonly string[] UsualHeaders = ["Accept", "User-Agent", "Content-Type", "Content-Length", "Host"];

    private Wanted? _wanted;
    private (int Status, string Body) _reply;

    public ImitatedMetadata? Metadata { get; set; }

    /// <summary>What was wrong with a request. The client turns exceptions of a handler into its own.</summary>
    public ImitationException? Failure { get; private set; }

    public bool WasAsked { get; private set; }

    /// <summary>Sets the one request that comes next, and its answer.</summary>
    public void Expect(Wanted? wanted, int status, string body)
    {
        (_wanted, _reply, WasAsked) = (wanted, (status, body), false);
    }

    public void CompareUrl(Wanted wanted, Uri uri)
    {
        var text = uri.OriginalString;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        Session.Require((hash < 0 ? null : text[(hash + 1)..]) == wanted.Fragment, $"the URL '{text}' has another fragment than '{wanted.Fragment}'");
        text = hash < 0 ? text : text[..hash];
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var url = mark < 0 ? text : text[..mark];
        Session.Require(url == wanted.Url, $"the URL is '{url}' in place of '{wanted.Url}'");
        session.Compare("the query", wanted.Query, mark < 0 ? [] : ParseQuery(text[(mark + 1)..]));
    }

    /// <summary>Reads a query. A plus is a plus: a space is <c>%20</c>, which every server reads.</summary>
    public static List<KeyValuePair<string, string>> ParseQuery(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")))];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.OriginalString == Metadata?.Url)
        {
            return Answer(200, Metadata.Document.GetRawText());
        }

        if (Metadata is not null && Metadata.Document.TryGetProperty("jwks_uri", out var keys) && keys.GetString() == request.RequestUri.OriginalString)
        {
            return Answer(200, Keys.Set);
        }

        try
        {
            Session.Require(_wanted is not null && !WasAsked, $"nothing was to be sent to {request.RequestUri}");
            WasAsked = true;
            await CompareAsync(_wanted!, request, cancellationToken);
            return Answer(_reply.Status, _reply.Body);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failure ??= exception as ImitationException ?? new ImitationException(exception.ToString());
            throw;
        }
    }

    private static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    private async Task CompareAsync(Wanted wanted, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Session.Require(request.Method.Method == wanted.Method, $"the method is {request.Method} in place of {wanted.Method}");
        CompareUrl(wanted, request.RequestUri!);
        session.Compare(
            "the header",
            new(wanted.Headers, StringComparer.OrdinalIgnoreCase),
            [.. request.Headers.NonValidated.Where(header => !UsualHeaders.Contains(header.Key)).SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value))]);

        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var type = request.Content?.Headers.ContentType?.MediaType;
        if (wanted.Form is not null)
        {
            Session.Require(type == "application/x-www-form-urlencoded", $"the body is '{type}' in place of a form");
            session.Compare("the form", wanted.Form, ParseQuery(body.Replace("+", "%20", StringComparison.Ordinal)));
        }
        else if (wanted.Json is not null)
        {
            Session.Require(type == "application/json", $"the body is '{type}' in place of JSON");
            session.Compare("the JSON", wanted.Json, [.. JsonDocument.Parse(body).RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.GetString()!))]);
        }
        else
        {
            Session.Require(body.Length == 0, "there is a body where the provider takes none");
        }
    }
}
