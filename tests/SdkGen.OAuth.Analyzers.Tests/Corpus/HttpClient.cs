// OAuth by hand with HttpClient.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;

public class PasswordLogin
{
    private readonly HttpClient _http = new HttpClient();

    public Task<HttpResponseMessage> SignIn(string clientId, string clientSecret, string user, string password)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("grant_type", "password"), // expect: OAUTH7001
            new("client_id", clientId),
            new("client_secret", clientSecret),
            new("username", user),
            new("password", password),
        };
        return _http.PostAsync("https://login.acme.example/token", new FormUrlEncodedContent(form));
    }
}
