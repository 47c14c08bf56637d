using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Refit;

// Refit: a request is a method of an interface, and what it says stands in attributes.
public interface ITokenApi
{
    [Post("/oauth/token")]
    Task<TokenReply> GetToken([Body(BodySerializationMethod.UrlEncoded)] PasswordRequest request);

    [Post("/oauth/token")]
    Task<TokenReply> GetClientToken([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form);
}

[Headers("Authorization: Bearer")]
public interface IOrdersApi
{
    [Get("/orders")]
    Task<string> GetOrders(CancellationToken cancellationToken);

    [Get("/orders")]
    Task<string> GetOrdersWithToken([AliasAs("access_token")] string token); // expect: OAUTH5003

    [Get("{**url}")] // expect: OAUTH4006 (info)
    Task<string> GetAnything(string url);
}

public interface IReports
{
    [Get("/reports")]
    [Headers("Authorization: Basic cmVwb3J0czpxN1JrMm1aeDlUZlc0YkxkOHM=")] // expect: OAUTH3003
    Task<string> GetReports();

    [Get("/reports")]
    Task<string> GetReports([Authorize("Bearer")] string accessToken);
}

public class PasswordRequest
{
    [JsonPropertyName("grant_type")]
    public string GrantType { get; set; } = "password"; // expect: OAUTH7001

    [JsonPropertyName("username")]
    public string UserName { get; set; }

    [JsonPropertyName("password")]
    public string Password { get; set; }
}

public record TokenReply([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn); // expect: OAUTH5008

public class TokenHandler : DelegatingHandler
{
    private readonly ITokenStore _store;

    public TokenHandler(ITokenStore store) => _store = store;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _store.GetTokenAsync()); // expect: OAUTH4006 (info)
        return await base.SendAsync(request, cancellationToken);
    }
}

public static class Clients
{
    public static Task<TokenReply> Request(ITokenApi api, string secret) => api.GetClientToken(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "reports",
        ["client_secret"] = secret,
        ["scope"] = "openid,reports", // expect: OAUTH8005
    });
}
