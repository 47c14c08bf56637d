using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SdkGen.OAuth;
using SdkGen.OAuth.Redis.Worker;
using SdkGen.OAuth.Tokens;

// One machine of several: a process of its own that the test starts, and that ends by itself. It says one line, and exits with 0 if it got
// what it was sent for.
var assignment = Assignment.Read(args);
using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
var services = new ServiceCollection();
services.AddDataProtection().SetApplicationName("SdkGen.OAuth.Redis.Tests").PersistKeysToFileSystem(new(assignment.KeyRing));
services.AddIssuer(options =>
{
    options.ClientId = "worker";
    options.ClientSecret = "worker-secret";
    options.Metadata = new() { TokenEndpoint = assignment.TokenEndpoint };
});
OAuthRegistration.AddUserTokens<IIssuer>(services, null);
services.AddOAuthRedis(assignment.Redis);
await using var provider = services.BuildServiceProvider();

// Everybody waits for the same moment.
Console.WriteLine("ready");
await Console.In.ReadLineAsync(deadline.Token);

var outages = 0;
Func<Task<string>> call = assignment.Kind == "client" ? ClientAsync : UserAsync;
var results = await Task.WhenAll(Enumerable.Range(0, assignment.Callers).Select(_ => Task.Run(call)));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"done {string.Join(',', results.Distinct().Order())} outages {outages}"));
return 0;

async Task<string> ClientAsync() =>
    (await provider.GetRequiredService<IClientTokenSource<IIssuer>>().GetTokenAsync(new() { Scopes = ["read"] }, deadline.Token)).AccessToken;

async Task<string> UserAsync()
{
    var session = new CacheSession(provider.GetRequiredService<SealedCache>());
    var source = provider.GetRequiredService<IUserTokenSource<IIssuer>>();
    TokenResponse? token = null;
    while (token is null || Generation(token) < assignment.Rotations)
    {
        try
        {
            // Each caller holds a token that its API has refused, whoever else has a newer one.
            token = token is null
                ? await source.GetTokenAsync(session, null, deadline.Token)
                : await source.RenewTokenAsync(token, session, null, deadline.Token);
        }
        catch (OAuthException exception) when (exception.IsTransient)
        {
            Interlocked.Increment(ref outages);
            await Task.Delay(50, deadline.Token);
        }
    }

    return "ok";
}

static int Generation(TokenResponse token) => int.Parse(token.AccessToken.AsSpan(token.AccessToken.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
