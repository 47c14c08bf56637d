using System.Net;
using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>
/// A browser without a window: it keeps cookies, follows redirects and posts the forms of pages, until something leads to the application,
/// which it does not request.
/// </summary>
internal sealed partial class Browser : IDisposable
{
    private const int MaxSteps = 40;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Sends the user to the server, and waits for the answer.</summary>
    /// <param name="request">The authorization request.</param>
    /// <returns>The answer, ready to be redeemed; of a form post too.</returns>
    public async Task<AuthorizationResponse> AuthorizeAsync(AuthorizationRequest request)
    {
        var callback = await CallbackAsync(request.Uri);
        return callback.Form is { } form ? AuthorizationResponse.ParseQuery(form) : AuthorizationResponse.Parse(callback.Address);
    }

    /// <summary>Sends the user to the server, and waits for what leads away from it.</summary>
    /// <param name="address">Where the user begins.</param>
    /// <returns>Where they are sent, and the form that they bring, if they bring one.</returns>
    public async Task<(Uri Address, string? Form)> CallbackAsync(Uri address)
    {
        var (left, form, page) = await WalkAsync(address, null);
        return left is null ? throw new InvalidOperationException($"The server kept the user: {page}") : (left, form);
    }

    /// <summary>Sends the user to a page of the server, and on through its forms to one without any.</summary>
    /// <param name="address">Where the user begins.</param>
    /// <param name="fill">Fills fields of forms in.</param>
    /// <returns>The text of the last page.</returns>
    public async Task<string> PageAsync(Uri address, Action<Dictionary<string, string>>? fill = null)
    {
        var (left, _, page) = await WalkAsync(address, fill);
        return left is null ? page : throw new InvalidOperationException($"The server sent the user to {left}.");
    }

    /// <summary>Sends any request with the cookies of this browser.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();

    private async Task<(Uri? Left, string? Form, string Page)> WalkAsync(Uri start, Action<Dictionary<string, string>>? fill)
    {
        var address = start;
        Dictionary<string, string>? fields = null;
        for (var step = 0; step < MaxSteps; step++)
        {
            if (address.GetLeftPart(UriPartial.Authority) != start.GetLeftPart(UriPartial.Authority) && !IsServer(address))
            {
                return (address, fields is null ? null : await new FormUrlEncodedContent(fields).ReadAsStringAsync(), "");
            }

            using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, address);
            request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
            using var response = await _http.SendAsync(request);
            fields = null;
            if (response.Headers.Location is { } location)
            {
                address = new(address, location);
                continue;
            }

            var page = await response.Content.ReadAsStringAsync();
            if (Form().Match(page) is not { Success: true } form || !response.IsSuccessStatusCode)
            {
                return (null, null, $"{(int)response.StatusCode} {Markup().Replace(page, " ")}");
            }

            fields = Input().Matches(page)
                .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value") ?? ""))
                .Where(field => field.Name is not null)
                .GroupBy(field => field.Name!)
                .ToDictionary(field => field.Key, field => field.First().Value);
            foreach (Match button in Button().Matches(page))
            {
                if (Attribute(button.Value, "name") is { } name and not "abort")
                {
                    fields.TryAdd(name, Attribute(button.Value, "value") ?? "");
                }
            }

            fill?.Invoke(fields);
            address = new(address, Attribute(form.Value, "action") ?? "");
        }

        throw new InvalidOperationException($"Nothing came of {MaxSteps} steps.");
    }

    /// <summary>Every server of these tests is on this machine, and no application is.</summary>
    private static bool IsServer(Uri address) => address.IsLoopback;

    private static string? Attribute(string element, string name) =>
        Regex.Match(element, $"\\b{name}=(\"(?<v>[^\"]*)\"|'(?<v>[^']*)')", RegexOptions.IgnoreCase) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups["v"].Value)
            : null;

    [GeneratedRegex("(<style.*?</style>|<script.*?</script>|<[^>]*>|\\s)+", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex("<form[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Input();

    [GeneratedRegex("<button[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Button();
}
