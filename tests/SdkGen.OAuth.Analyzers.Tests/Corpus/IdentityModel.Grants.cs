// IdentityModel, its elders, and MSAL.
using System.Net.Http;
using System.Threading.Tasks;
using IdentityModel.Client;

public class Clients
{
    public async Task OldClient(string secret)
    {
        var client = new TokenClient("https://login.acme.example/connect/token", "acme.app", secret);
        var reply = await client.RequestResourceOwnerPasswordAsync("alice", "made up", "api.read"); // expect: OAUTH7001
    }

    public async Task NewClient(HttpClient http, string user, string password)
    {
        var reply = await http.RequestPasswordTokenAsync(new PasswordTokenRequest // expect: OAUTH7001
        {
            Address = "https://login.acme.example/connect/token",
            ClientId = "acme.app",
            UserName = user,
            Password = password,
        });
    }

    public Task Msal(IPublicClientApplication app, string[] scopes, string user, string password) =>
        app.AcquireTokenByUsernamePassword(scopes, user, password).ExecuteAsync(); // expect: OAUTH7001

    public OidcClientOptions Options(Settings settings) => new OidcClientOptions
    {
        Authority = settings.Authority,
        Policy = new Policy
        {
            Discovery = new DiscoveryPolicy
            {
                RequireHttps = !settings.DisableHttps,
                ValidateEndpoints = false, // expect: OAUTH6004 (info)
            },
        },
    };

    public static Client Server() => new Client
    {
        ClientId = "acme.app",
        AllowedGrantTypes = GrantTypes.ResourceOwnerPassword, // expect: OAUTH7001 (info)
    };
}
