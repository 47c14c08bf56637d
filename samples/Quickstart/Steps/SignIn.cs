using Microsoft.AspNetCore.DataProtection;
using Quickstart.Providers;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>A user signs in: with a browser, or without one on the device.</summary>
internal sealed class SignIn(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>The authorization code grant (RFC 6749 section 4.1), in its two halves.</summary>
    public async Task<string> WithBrowserAsync(CancellationToken cancellationToken)
    {
        // 1. Prepare. State, nonce and PKCE verifier are made here, and nothing can leave one of them out.
        var request = await identity.CreateAuthorizationRequestAsync(new() { RedirectUri = Browser.RedirectUri }, cancellationToken);

        // 2. Send the user to request.Uri. In the tour that is a browser without a window: it follows the redirects as far as the callback.
        var callback = await server.CreateUserAgent(People.Alice).AuthorizeAsync(request.Uri, cancellationToken);

        // 3. Redeem. The callback is checked against the request, the code is traded, and the ID token validated.
        var token = await identity.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(callback), cancellationToken);

        return $"{token.IdToken!.Subject} signed in; {token.Describe()}";
    }

    /// <summary>
    /// Between its two halves a web application keeps the request in the user's browser, sealed: the server remembers nothing.
    /// </summary>
    public async Task<string> WithCookieAsync(CancellationToken cancellationToken)
    {
        IDataProtector protector = new EphemeralDataProtectionProvider().CreateProtector("login");
        var request = await identity.CreateAuthorizationRequestAsync(new() { RedirectUri = Browser.RedirectUri }, cancellationToken);
        var cookie = request.Protect(protector);

        var response = await server.CreateUserAgent(People.Alice).AuthorizeAsync(request, cancellationToken);

        var unsealed = AuthorizationRequest.Unprotect(cookie, protector);
        var token = await identity.RedeemAuthorizationCodeAsync(unsealed, response, cancellationToken);
        return $"{token.IdToken!.Subject} signed in; the cookie had {cookie.Length} characters";
    }

    /// <summary>
    /// The standard claims (OpenID Connect Core section 5.3). The reply has to be about the user of the ID token.
    /// </summary>
    public async Task<string> ReadUserInfoAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);

        var user = await identity.GetUserInfoAsync(token, cancellationToken);

        return $"{user.Name}, {user.Email}, {(user.EmailVerified == true ? "verified" : "not verified")}";
    }

    /// <summary>The same as a type of the application's own: <see cref="IMembers"/> declares it.</summary>
    public async Task<string> ReadOwnUserAsync(CancellationToken cancellationToken)
    {
        var members = MembersClient.Create(new MembersOptions
        {
            Issuer = server.Issuer,
            ClientId = server.DefaultClient.ClientId,
            ClientSecret = server.DefaultClient.ClientSecret,
        });
        var token = await server.SignInAsync(members, cancellationToken);

        Member member = await members.GetUserInfoAsync(token, cancellationToken);

        return $"{member.Name}, {member.Membership} member";
    }

    /// <summary>
    /// The device authorization grant (RFC 8628), for a television or a terminal: the user signs in on another device. A program
    /// that everybody can download keeps no secret, so this client is a public one: no ClientSecret is stated.
    /// </summary>
    public async Task<string> WithDeviceCodeAsync(CancellationToken cancellationToken)
    {
        var terminal = IdentityClient.Create(new IdentityOptions { Issuer = server.Issuer, ClientId = server.PublicClient.ClientId });
        var shown = "";

        var token = await terminal.SignInWithDeviceCodeAsync(
            async prompt =>
            {
                // A program prints these two for its user; in the tour the user is at hand and approves at once.
                shown = $"{prompt.UserCode} at {prompt.VerificationUri}";
                await server.ApproveDeviceAsync(prompt, People.Alice, cancellationToken);
            },
            cancellationToken: cancellationToken);

        return $"{token.IdToken!.Subject} entered {shown}";
    }

    /// <summary>The user logs out at the provider too (OpenID Connect RP-Initiated Logout 1.0).</summary>
    public async Task<string> LogOutAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);

        var request = await identity.CreateEndSessionRequestAsync(
            new() { IdTokenHint = token.IdToken!.Value, PostLogoutRedirectUri = new("https://app.example/goodbye") }, cancellationToken);
        var end = await server.CreateUserAgent(People.Alice).EndSessionAsync(request, cancellationToken);

        return $"back at {end?.GetLeftPart(UriPartial.Path)}";
    }
}
