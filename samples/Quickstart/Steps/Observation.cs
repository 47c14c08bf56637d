using System.Net;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>What the tour looks at to tell what happened, and how it tells it: never with a token.</summary>
internal static class Observation
{
    /// <summary>What a token is good for.</summary>
    public static string Describe(this TokenResponse token) =>
        $"{token.TokenType}"
        + (token.ExpiresIn is { } life ? $", expires in {life.TotalSeconds:0} s" : "")
        + (token.Scopes.Count > 0 ? $", scopes {string.Join(' ', token.Scopes)}" : "");

    /// <summary>What was refused, and by which check.</summary>
    public static string Describe(this OAuthException refusal) => $"refused ({refusal.Failure}): {refusal.Message}";

    /// <summary>The newest request to the token endpoint, as the server saw it.</summary>
    public static TestRequest LastTokenRequest(this TestAuthorizationServer server) =>
        server.Requests.Last(request => request.Endpoint == TestEndpoint.Token);

    /// <summary>How many requests have reached the token endpoint.</summary>
    public static int TokenRequests(this TestAuthorizationServer server) =>
        server.Requests.Count(request => request.Endpoint == TestEndpoint.Token);

    /// <summary>
    /// Calls the API with a token by hand: an Authorization header is all there is to it (RFC 6750 section 2.1).
    /// </summary>
    public static async Task<HttpStatusCode> CallApiAsync(
        this TestAuthorizationServer server, TokenResponse token, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new(token.TokenType, token.AccessToken);
        using var response = await http.GetAsync(server.ApiAddress, cancellationToken);
        return response.StatusCode;
    }
}
