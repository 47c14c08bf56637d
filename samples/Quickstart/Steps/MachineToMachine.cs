using Microsoft.Extensions.DependencyInjection;
using Quickstart.Api;
using Quickstart.Providers;
using Refit;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>A program that acts for itself: no user, no browser (RFC 6749 section 4.4).</summary>
internal sealed class MachineToMachine(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>
    /// A request each time. The client's id and secret travel in an Authorization header, which is what the server announces.
    /// </summary>
    public async Task<string> WithBasicAsync(CancellationToken cancellationToken)
    {
        var token = await identity.RequestClientTokenAsync(new() { Scopes = ["orders.read"] }, cancellationToken);

        Expect.That(server.LastTokenRequest().Headers.ContainsKey("Authorization"), "the secret was not sent in a header");
        return token.Describe();
    }

    /// <summary>
    /// The same at a provider that wants the secret in the body. Only the interface differs: <see cref="IPostIdentity"/>.
    /// </summary>
    public async Task<string> WithPostAsync(CancellationToken cancellationToken)
    {
        var postIdentity = PostIdentityClient.Create(new PostIdentityOptions
        {
            Issuer = server.Issuer,
            ClientId = server.DefaultClient.ClientId,
            ClientSecret = server.DefaultClient.ClientSecret,
        });

        var token = await postIdentity.RequestClientTokenAsync(new() { Scopes = ["orders.read"] }, cancellationToken);

        Expect.That(server.LastTokenRequest()["client_secret"] is not null, "the secret was not sent in the body");
        return token.Describe();
    }

    /// <summary>The usual way: the token source asks once, keeps the token, and renews it before it expires.</summary>
    public async Task<string> CachedAsync(CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddIdentity(Configure).BuildServiceProvider();
        var before = server.TokenRequests();

        var tokens = services.GetRequiredService<IClientTokenSource<IIdentity>>();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetTokenAsync(cancellationToken: cancellationToken).AsTask()));

        var requests = server.TokenRequests() - before;
        Expect.That(requests == 1, $"there were {requests} token requests");
        return "10 callers at once, 1 token request";
    }

    /// <summary>
    /// An API client that has its token by itself. In a web application these lines are in Program.cs, on builder.Services.
    /// </summary>
    public async Task<string> CallApiAsync(CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        collection.AddIdentity(Configure);
        collection
            .AddRefitGeneratedClient<ICallerApi>(AppJson.Default)
            .ConfigureHttpClient(http => http.BaseAddress = server.BaseAddress)
            .AddClientAccessToken<IIdentity>(request => request with { Scopes = ["orders.read"] });
        await using var services = collection.BuildServiceProvider();

        var caller = await services.GetRequiredService<ICallerApi>().GetCallerAsync(cancellationToken);

        return $"the API knows {caller.ClientId}, scopes {caller.Scope}";
    }

    /// <summary>
    /// What a configuration section would say: services.AddIdentity(builder.Configuration.GetSection("Identity")).
    /// </summary>
    private void Configure(IdentityOptions options)
    {
        options.Issuer = server.Issuer;
        options.ClientId = server.DefaultClient.ClientId;
        options.ClientSecret = server.DefaultClient.ClientSecret;
    }
}
