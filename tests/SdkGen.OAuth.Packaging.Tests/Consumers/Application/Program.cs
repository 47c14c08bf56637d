#pragma warning disable OAUTH5001 // These tokens are made up, and the test reads what is written.
using System.Web;
using Application;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth;

// What a user of the package writes. Each line that is printed is compared with what it has to be.
var secret = Environment.GetEnvironmentVariable("ORY_SECRET");
using var network = new Network();

// A program without dependency injection.
var ory = OryClient.Create(new() { Project = "acme", ClientId = "ory-app", ClientSecret = secret, BackchannelHandler = network });
var machine = await ory.RequestClientTokenAsync(new() { Scopes = ["orders.read"] });
Console.WriteLine($"client credentials: {network.Credentials} {network.Form} {machine.AccessToken}");

var redirectUri = new Uri("https://app.example.com/callback");
var login = await ory.CreateAuthorizationRequestAsync(new() { RedirectUri = redirectUri });
var query = HttpUtility.ParseQueryString(login.Uri.Query);
Console.WriteLine(
    $"authorization: {login.Uri.GetLeftPart(UriPartial.Path)} {query["scope"]} {query["code_challenge_method"]}"
    + $" {query["code_challenge"]!.Length} {query["state"] == login.State} {query["nonce"]!.Length >= 22}");

network.Nonce = query["nonce"];
var callback = AuthorizationResponse.Parse(new($"{redirectUri}?code=the-code&state={login.State}"));
var token = await ory.RedeemAuthorizationCodeAsync(login, callback);
Console.WriteLine($"tokens: {token.AccessToken} {token.RefreshToken} {token.IdToken?.Subject}");

OryUser user = await ory.GetUserInfoAsync(new(token));
Console.WriteLine($"user: {user.Sub} {user.Membership}");

var renewed = await ory.RefreshTokenAsync(new(token));
await ory.RevokeTokenAsync(new() { Token = renewed.RefreshToken! });
Console.WriteLine($"refresh: {renewed.AccessToken} {renewed.RefreshToken}");

// A provider with a request of the application's own.
var gitHub = GitHubClient.Create(new() { ClientId = "github-app", ClientSecret = secret, BackchannelHandler = network });
var start = await gitHub.StartLoginAsync(redirectUri, allowSignup: false, login: "octocat");
query = HttpUtility.ParseQueryString(start.Uri.Query);
Console.WriteLine($"github: {query["scope"]} {query["allow_signup"]} {query["login"]} {query["code_challenge_method"]}");

callback = AuthorizationResponse.Parse(new($"{redirectUri}?code=the-code&state={start.State}"));
var octocat = await gitHub.GetUserInfoAsync(new(await gitHub.RedeemAuthorizationCodeAsync(start, callback)));
Console.WriteLine($"github user: {octocat.Subject} {octocat.Name}");

// A program with dependency injection, and options from configuration.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("Ory:Project", "acme"), new("Ory:ClientId", "ory-app"), new("Ory:ClientSecret", secret)])
    .Build();
var services = new ServiceCollection();
services.AddOry(configuration.GetSection("Ory")).Configure<OryOptions>(options => options.BackchannelHandler = network);
services.AddOry("other", options => (options.Project, options.BackchannelHandler) = ("acme", network));
services.AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
    .ConfigurePrimaryHttpMessageHandler(() => network)
    .AddClientAccessToken<IOry>(request => request with { Scopes = ["orders.read"] });
await using var provider = services.BuildServiceProvider();

var tokens = provider.GetRequiredService<IClientTokenSource<IOry>>();
var before = network.MachineTokens;
var first = await tokens.GetTokenAsync();
var second = await tokens.GetTokenAsync();
Console.WriteLine($"cached: {first.AccessToken} {second.AccessToken} {network.MachineTokens - before}");

using var orders = provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");
Console.WriteLine($"api: {await orders.GetStringAsync(new Uri("orders", UriKind.Relative))}");
Console.WriteLine($"api: {await orders.GetStringAsync(new Uri("orders", UriKind.Relative))}");

// A check that fails, and options that are not complete.
try
{
    await ory.RedeemAuthorizationCodeAsync(login, callback);
}
catch (OAuthException exception)
{
    Console.WriteLine($"wrong callback: {exception.Failure}");
}

try
{
    await provider.GetRequiredKeyedService<IOry>("other").RequestClientTokenAsync();
}
catch (OAuthException exception)
{
    Console.WriteLine($"no client id: {exception.Failure}");
}
