using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Identity.Client;

// MSAL makes the requests; the program says with what.
public class MsalLogin
{
    private static readonly string[] Scopes = { "User.Read" };

    public async Task<string> Silent(IPublicClientApplication app)
    {
        var result = await app.AcquireTokenInteractive(Scopes).ExecuteAsync();
        Console.WriteLine(result.Account.Username);
        Console.WriteLine(result.AccessToken); // expect: OAUTH5001
        return result.AccessToken;
    }

    public IConfidentialClientApplication Service(IConfiguration configuration) => ConfidentialClientApplicationBuilder
        .Create("11111111-2222-3333-4444-555555555555")
        .WithClientSecret(configuration["AzureAd:ClientSecret"])
        .Build();

    public IConfidentialClientApplication ServiceWithSecret() => ConfidentialClientApplicationBuilder
        .Create("11111111-2222-3333-4444-555555555555")
        .WithClientSecret("aB38Q~vN4kfT0zXyWmR7sLpC2dHgJ9uE5iOqKb1r") // expect: OAUTH3001
        .WithAuthority("https://login.acme.example/tenant", false) // expect: OAUTH6004 (info)
        .Build();

    public Task<AuthenticationResult> Password(IPublicClientApplication app, string user, string password) =>
        app.AcquireTokenByUsernamePassword(Scopes, user, password).ExecuteAsync(); // expect: OAUTH7001

    public Task<AuthenticationResult> Embedded(IPublicClientApplication app) =>
        app.AcquireTokenInteractive(Scopes).WithUseEmbeddedWebView(true).ExecuteAsync(); // expect: OAUTH7003 (info)
}
