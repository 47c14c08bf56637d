using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>Requests as a program without the library makes them.</summary>
internal static class Http
{
    public static HttpClient CreateHttpClient(this TestAuthorizationServer server) => new(server.CreateHandler()) { BaseAddress = server.BaseAddress };

    public static async Task<HttpResponseMessage> CallApiAsync(this TestAuthorizationServer server, string? accessToken)
    {
        using var http = server.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = accessToken is null ? null : new("Bearer", accessToken);
        return await http.GetAsync(server.ApiAddress);
    }

    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient http, string? endpoint, IEnumerable<KeyValuePair<string, string>> fields, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Authorization = authorization;
        return await http.SendAsync(request);
    }

    public static async Task<JsonObject> ReadJsonAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();

    /// <summary>The claims of a JWT, unverified.</summary>
    public static JsonObject Claims(string token) =>
        JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
}
