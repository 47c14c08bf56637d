using System.Net;
using System.Text.RegularExpressions;
using SdkGen.OAuth.Testing.Clients;
using SdkGen.OAuth.Testing.Server;

namespace SdkGen.OAuth.Testing;

/// <summary>
/// A browser without a window, with a user before it. It follows redirects as long as they stay at the server, and stops where one leads
/// to the application.
/// </summary>
public sealed class TestUserAgent
{
    private const int MaxRedirects = 20;

    private readonly TestAuthorizationServer _server;

    internal TestUserAgent(TestAuthorizationServer server, string subject)
    {
        _server = server;
        Subject = subject;
    }

    /// <summary>The user, unless the <c>login_hint</c> of a request names another one.</summary>
    public string Subject { get; }

    /// <summary>The session of this browser at the server: <c>sid</c> of the ID tokens of its sign-ins.</summary>
    public string SessionId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Sends the user to the server, and waits for the redirect that brings them back.</summary>
    /// <param name="authorizationUri">Where the application sends the user.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The callback: the redirect URI with the answer. It was not requested.</returns>
    /// <exception cref="InvalidOperationException">
    /// The server answered with a page: an error that it does not tell the application, or a form (<c>response_mode=form_post</c>).
    /// </exception>
    public async Task<Uri> AuthorizeAsync(Uri authorizationUri, CancellationToken cancellationToken = default)
    {
        using var callback = await CreateCallbackAsync(authorizationUri, cancellationToken).ConfigureAwait(false);
        return callback.Method == HttpMethod.Get ? callback.RequestUri! : throw new InvalidOperationException(
            $"The server answered with a form for {callback.RequestUri!.GetLeftPart(UriPartial.Path)}: {nameof(CreateCallbackAsync)} posts it.");
    }

    /// <summary>Sends the user to the server, and reads the answer that comes back, in the query or in a form.</summary>
    /// <param name="request">The authorization request.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The answer, ready to be redeemed with the request.</returns>
    /// <exception cref="InvalidOperationException">The server answered with a page: an error that it does not tell the application.</exception>
    public async Task<AuthorizationResponse> AuthorizeAsync(AuthorizationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var callback = await CreateCallbackAsync(request.Uri, cancellationToken).ConfigureAwait(false);
        return callback.Content is { } form
            ? AuthorizationResponse.ParseQuery(await form.ReadAsStringAsync(cancellationToken).ConfigureAwait(false))
            : AuthorizationResponse.Parse(callback.RequestUri!);
    }

    /// <summary>Sends the user to the server, and makes the request by which the browser calls the application back, GET or POST.</summary>
    /// <param name="authorizationUri">Where the application sends the user.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The request. It was not sent: send it to the application that is tested.</returns>
    /// <exception cref="InvalidOperationException">The server answered with a page: an error that it does not tell the application.</exception>
    public async Task<HttpRequestMessage> CreateCallbackAsync(Uri authorizationUri, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizationUri);
        var (left, page) = await FollowAsync(authorizationUri, form: null, cancellationToken).ConfigureAwait(false);
        if (left is not null)
        {
            return new(HttpMethod.Get, left);
        }

        using (page)
        {
            var text = await page!.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            return PostedForm.TryRead(text) ?? throw Unexpected(page.StatusCode, text);
        }
    }

    /// <summary>Sends the user to the server to log out (OpenID Connect RP-Initiated Logout 1.0).</summary>
    /// <param name="request">The logout request.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The post-logout redirect URI with its <c>state</c>; <see langword="null"/> if the request named none.</returns>
    /// <exception cref="InvalidOperationException">The server answered with an error.</exception>
    public async Task<Uri?> EndSessionAsync(EndSessionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (left, page) = await FollowAsync(request.Uri, form: null, cancellationToken).ConfigureAwait(false);
        using (page)
        {
            return page is null or { IsSuccessStatusCode: true }
                ? left
                : throw Unexpected(page.StatusCode, await page.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Whose browser it is.</summary>
    /// <returns>The user.</returns>
    public override string ToString() => $"TestUserAgent {{ Subject = {Subject} }}";

    internal Task EnterDeviceCodeAsync(DeviceAuthorizationResponse authorization, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        return EnterUserCodeAsync(authorization.VerificationUri, authorization.UserCode, cancellationToken);
    }

    internal async Task EnterUserCodeAsync(Uri address, string code, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("user_code", code)]);
        var (_, page) = await FollowAsync(address, form, cancellationToken).ConfigureAwait(false);
        using (page)
        {
            var text = await page!.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var refused = text.StartsWith("error:access_denied", StringComparison.Ordinal);
            if (refused != (Subject.Length == 0) || (!refused && !page.IsSuccessStatusCode))
            {
                throw Unexpected(page.StatusCode, text);
            }
        }
    }

    /// <summary>Where a redirect leads away from the server, or the page at which there is none.</summary>
    private async Task<(Uri? Left, HttpResponseMessage? Page)> FollowAsync(Uri address, HttpContent? form, CancellationToken cancellationToken)
    {
        using var browser = new HttpMessageInvoker(_server.CreateHandler());
        for (var redirects = 0; redirects < MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(form is null ? HttpMethod.Get : HttpMethod.Post, address) { Content = form };
            request.Headers.Add(UserDirectory.AgentHeader, UserDirectory.Encode(Subject));
            request.Headers.Add(UserDirectory.SessionHeader, SessionId);
            var response = await browser.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399)
            {
                return (null, response);
            }

            response.Dispose();
            address = new(address, location);
            form = null;
            if (address.GetLeftPart(UriPartial.Authority) != _server.BaseAddress.GetLeftPart(UriPartial.Authority))
            {
                return (address, null);
            }
        }

        throw new InvalidOperationException($"The server redirected {MaxRedirects} times.");
    }

    private static InvalidOperationException Unexpected(HttpStatusCode status, string text) =>
        new($"The server answered {(int)status} with a page instead: {ShortText(text)}");

    private static string ShortText(string page)
    {
        var text = Regex.Replace(Regex.Replace(page, "<[^>]*>", " "), @"\s+", " ").Trim();
        return text.Length switch
        {
            0 => "an empty one",
            > 200 => text[..200] + "…",
            _ => text,
        };
    }
}
