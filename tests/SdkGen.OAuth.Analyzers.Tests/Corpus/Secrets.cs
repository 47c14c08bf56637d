// Secrets, tokens and what merely looks like them, as people write them by hand and with several libraries.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

public class ProductionEndpoints : Endpoints
{
    public ProductionEndpoints()
    {
        ClientID = "5";
        ClientSecret = @"FHc8GBuyIzfQEhxTQ6Ai8edi9hKBDJCKqRux7PYl"; // expect: OAUTH3001
    }
}

public static class ProtocolNames
{
    public const string ClientSecret = "client_secret";
    public const string AppSecretKey = "AppSecret";
    public const string OAuth2SecretSetting = "OAuth2ClientSecret";
    public const string SecretOption = "google-client-secret";
    public const string RefreshToken = "refresh_token";
}

public class StreamingService
{
    public const string ClientID = "50ipfqzuqbv61wujxcm80zyzqwoqp1";
    private const string ConsumerSecret = "uUB0Kx2dM91bPqTz84cVnE7y"; // expect: OAUTH3001

    private readonly string _apiKey = Environment.GetEnvironmentVariable("STREAMING_CLIENT_SECRET");

    public async void Start(HttpClient http, OAuthSettings settings)
    {
        var disco = await DiscoveryClient.GetAsync("http://localhost:5000");
        var tokens = new TokenClient(disco.TokenEndpoint, "ro.client", "secret"); // expect: OAUTH3001
        var github = new OauthTokenRequest(ClientID, "98e0af128608901e9df91d64ee61536fe562ab11", settings.Code); // expect: OAUTH3001
        var credential = new ClientSecretCredential(settings.Tenant, settings.ClientId, settings.ClientSecret);

        // A weak name for it, found where it is sent.
        var pass = "hunter22"; // expect: OAUTH3001
        var body = new Dictionary<string, string>
        {
            { "grant_type", "client_credentials" },
            { "client_id", ClientID },
            { "client_secret", pass },
        };

        var posted = new List<KeyValuePair<string, string>>
        {
            new KeyValuePair<string, string>("client_secret", settings.ClientSecret),
            new("client_id", "183063f74126e7551b00c3b4de66986c"),
        };

        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "b7Qk2mZx9TfW4bLd8sYc1nVg6hJp"); // expect: OAUTH3004
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.IdToken); // expect: OAUTH6008
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken);

        var joined = Encoding.UTF8.GetBytes(settings.ClientId + ":" + settings.ClientSecret); // expect: OAUTH3007 (info)
        http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String(joined));
    }
}

public class GameStore
{
    private const string authEncodedString = "YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="; // expect: OAUTH3003

    public void Authenticate(HttpClient http) => http.DefaultRequestHeaders.Add("Authorization", "basic " + authEncodedString);
}

public static class AuthorizationServer
{
    public static readonly List<Client> Clients = new List<Client>
    {
        new Client
        {
            ClientId = "ro.client",
            ClientSecrets = { new Secret("secret".Sha256()) }, // expect: OAUTH3001
        },
    };
}

public class Options
{
    public void Register(CommandLine command, OAuthSettings options)
    {
        command.Add(new Option("--client-secret", "The secret of the client"));
        ArgumentValidator.ThrowIfNullOrWhiteSpace(options.ClientSecret, "invalid client secret", checkSpaces: true);
        options.ClientSecret = "<your client secret>";
        options.ClientSecret = "INSERT_CLIENT_SECRET_HERE";
        options.ClientSecret = "dummy"; // expect: OAUTH3006
        options.ClientSecret = "my-client-secret"; // expect: OAUTH3001 (info)
        options.Scope = "openid,offline"; // expect: OAUTH8005
        options.Scope = "openid offline";
    }
}
