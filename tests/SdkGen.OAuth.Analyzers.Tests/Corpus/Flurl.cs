using System;
using System.Threading.Tasks;
using Flurl;
using Flurl.Http;

// Flurl: URLs and forms as chains of calls.
public class FlurlClient
{
    private const string Site = "https://login.acme.example";

    public string Start(string redirectUri, string state, string challenge) => Site
        .AppendPathSegment("authorize")
        .SetQueryParam("response_type", "code")
        .SetQueryParam("client_id", "web")
        .SetQueryParam("redirect_uri", redirectUri)
        .SetQueryParam("state", state)
        .SetQueryParam("code_challenge", challenge)
        .SetQueryParam("code_challenge_method", "S256");

    public string StartWithoutState(string redirectUri) => Site
        .AppendPathSegment("authorize")
        .SetQueryParams(new
        {
            response_type = "code", // expect: OAUTH1002
            client_id = "web",
            redirect_uri = redirectUri,
        });

    public Task<Reply> Password(string user, string password) => Site
        .AppendPathSegment("token")
        .PostUrlEncodedAsync(new
        {
            grant_type = "password", // expect: OAUTH7001
            client_id = "web",
            client_secret = "k2Jd83nQp7Vx0Lz5", // expect: OAUTH3001
            username = user,
            password,
        })
        .ReceiveJson<Reply>();

    public Task<Me> GetMe(string accessToken) => "https://api.acme.example/me".SetQueryParam("access_token", accessToken).GetJsonAsync<Me>(); // expect: OAUTH5003

    public Task<Me> GetMeInHeader(string accessToken) => "https://api.acme.example/me".WithOAuthBearerToken(accessToken).GetJsonAsync<Me>();

    public Task<Reply> Secret(string secret) => Site
        .AppendPathSegment("token")
        .SetQueryParam("client_secret", secret) // expect: OAUTH5004
        .PostUrlEncodedAsync(new { grant_type = "client_credentials", client_id = "web" })
        .ReceiveJson<Reply>();

    public async Task Print(string code)
    {
        var tokenResponse = await Site.AppendPathSegment("token").PostUrlEncodedAsync(new { grant_type = "authorization_code", client_id = "web", code_verifier = "", code }).ReceiveString();
        Console.WriteLine(tokenResponse); // expect: OAUTH5001
        Console.WriteLine("Code " + code); // expect: OAUTH5002
    }
}
