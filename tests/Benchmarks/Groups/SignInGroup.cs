using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.SignIn;

namespace SdkGen.Benchmarks.Groups;

/// <summary>What a sign-in costs before and after the user, and what a proof costs.</summary>
internal static class SignInGroup
{
    public static Task<Section> RequestAsync(Runner runner)
    {
        var measured = runner.Of<AuthorizationRequests>();
        var (ours, bare) = (measured.Of(nameof(AuthorizationRequests.SdkGen)), measured.Of(nameof(AuthorizationRequests.Bare)));
        return Task.FromResult(new Section(
            "An authorization request",
            $"""
            Code verifier and challenge, state, nonce, the address to which the user is sent, and whatever is kept until the callback. *By hand* is
            the random numbers, the hash and the joining of texts, without a check and with nothing kept.

            {Table.OfMethods(
                measured,
                nameof(AuthorizationRequests.Bare),
                (nameof(AuthorizationRequests.Bare), "by hand"),
                (nameof(AuthorizationRequests.SdkGen), "**SdkGen**"),
                (nameof(AuthorizationRequests.OidcClient), "OidcClient"),
                (nameof(AuthorizationRequests.OpenIddict), "OpenIddict.Client"))}
            OidcClient sends no nonce. OpenIddict's client starts a sign-in in ASP.NET Core, where it also seals the state and sets a cookie: more than
            the others do here.
            """,
            [
                new(
                    "An authorization request takes at most 1.5 times as long as by hand",
                    $"{Table.Ratio(ours.Nanoseconds / bare.Nanoseconds)} times",
                    ours.Nanoseconds <= bare.Nanoseconds * 1.5),
                new("It takes less than 2 KB", Table.Bytes(ours.Bytes), ours.Bytes < 2048),
            ]));
    }

    public static Task<Section> TokensAsync(Runner runner)
    {
        var (tokens, proofs) = (runner.Of<IdTokens>(), runner.Of<Proofs>());
        return Task.FromResult(new Section(
            "ID tokens and proofs of possession",
            $"""
            The validation of an ID token that is signed with RS256 and 2048 bits. Microsoft.IdentityModel checks signature, issuer, audience and life; SdkGen all
            that OpenID Connect Core asks for, `nonce`, `at_hash` and the type of the token among it.

            {Table.OfMethods(
                tokens,
                nameof(IdTokens.SignatureAlone),
                (nameof(IdTokens.SignatureAlone), "the signature alone"),
                (nameof(IdTokens.IdentityModel), "Microsoft.IdentityModel.JsonWebTokens"),
                (nameof(IdTokens.SdkGen), "**SdkGen**"))}
            A DPoP proof (RFC 9449) with ES256, which each request to an API needs anew. The peer makes the same proof with Microsoft's library.

            {Table.OfMethods(
                proofs,
                nameof(Proofs.SignatureAlone),
                (nameof(Proofs.SignatureAlone), "the signature alone"),
                (nameof(Proofs.IdentityModel), "Microsoft.IdentityModel.JsonWebTokens"),
                (nameof(Proofs.SdkGen), "**SdkGen**"))}
            """,
            []));
    }
}
