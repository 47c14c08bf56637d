namespace SdkGen.OAuth.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed class WireRequest
{
    public WireRequest(HttpRequestMessage request, string body)
    {
        Method = request.Method.Method;
        Uri = request.RequestUri!;
        Body = body;
        ContentType = request.Content?.Headers.ContentType?.MediaType;
        Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Fields = Parse(ContentType == "application/x-www-form-urlencoded" ? body : "");
        Query = Parse(Uri.Query.TrimStart('?'));
    }

    public string Method { get; }

    public Uri Uri { get; }

    public string Body { get; }

    public string? ContentType { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public ILookup<string, string> Fields { get; }

    public ILookup<string, string> Query { get; }

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public static ILookup<string, string> Parse(string form) => form
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('=', 2))
        .ToLookup(entry => Decode(entry[0]), entry => Decode(entry.Length > 1 ? entry[1] : ""));

    private static string Decode(string text) => System.Net.WebUtility.UrlDecode(text);
}
