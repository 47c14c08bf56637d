using Microsoft.Extensions.DependencyInjection;
using Quickstart.Providers;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>Attacks on tokens and secrets: forged, stolen, lured away. Each step passes when the attack is refused.</summary>
internal sealed class TokenAttacks(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>
    /// Somebody on the way makes mallory of alice. The signature is then wrong (OpenID Connect Core section 3.1.3.7).
    /// </summary>
    public Task<string> TamperedIdTokenAsync(CancellationToken cancellationToken)
    {
        server.ChangeNext(TestEndpoint.Token, reply => reply["id_token"] = ForgedIdToken.About(People.Mallory, (string)reply["id_token"]!));

        return Expect.RefusalAsync(OAuthFailure.IdTokenSignature, () => server.SignInAsync(identity, cancellationToken));
    }

    /// <summary>The same without any signature: <c>"alg": "none"</c>. No option makes the library accept it.</summary>
    public Task<string> UnsignedIdTokenAsync(CancellationToken cancellationToken)
    {
        server.ChangeNext(TestEndpoint.Token, reply => reply["id_token"] = ForgedIdToken.Unsigned((string)reply["id_token"]!));

        return Expect.RefusalAsync(OAuthFailure.IdTokenAlgorithm, () => server.SignInAsync(identity, cancellationToken));
    }

    /// <summary>
    /// A refresh token was copied, and both use it. Whoever comes second is refused, and nobody can tell who that is: so the
    /// server ends the whole family (RFC 9700 section 4.14), and the user signs in again.
    /// </summary>
    public async Task<string> ReusedRefreshTokenAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);
        var renewed = await identity.RefreshTokenAsync(token, cancellationToken);

        var refusal = await Expect.RefusalAsync(
            OAuthFailure.ErrorResponse, () => identity.RefreshTokenAsync(token, cancellationToken), "invalid_grant");

        await Expect.RefusalAsync(
            OAuthFailure.ErrorResponse, () => identity.RefreshTokenAsync(renewed, cancellationToken), "invalid_grant");
        return $"{refusal} The family is dead: the newest refresh token is refused too.";
    }

    /// <summary>
    /// A redirect of the token endpoint would send the secret on (RFC 9700 section 4.12). None is ever followed.
    /// </summary>
    public Task<string> RedirectedSecretAsync(CancellationToken cancellationToken)
    {
        server.FailNext(TestEndpoint.Token, TestFailure.Redirect(new("https://attacker.example/token")));

        return Expect.RefusalAsync(
            OAuthFailure.RedirectRefused, () => identity.RequestClientTokenAsync(cancellationToken: cancellationToken));
    }

    /// <summary>
    /// An API replies with a link to another host. The HTTP client does not send its token there (RFC 9700 section 4.10).
    /// </summary>
    public async Task<string> LuredTokenAsync(CancellationToken cancellationToken)
    {
        var collection = new ServiceCollection();
        collection.AddIdentity(options =>
        {
            options.Issuer = server.Issuer;
            options.ClientId = server.DefaultClient.ClientId;
            options.ClientSecret = server.DefaultClient.ClientSecret;
        });
        collection.AddHttpClient("orders", http => http.BaseAddress = server.BaseAddress).AddClientAccessToken<IIdentity>();
        await using var services = collection.BuildServiceProvider();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient("orders");

        return await Expect.RefusalAsync(
            OAuthFailure.HostNotAllowed, () => http.GetAsync(new Uri("https://attacker.example/orders"), cancellationToken));
    }
}
