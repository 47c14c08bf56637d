using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth;

/// <summary>How users sign in by an authentication scheme. Everything can be left as it is.</summary>
/// <typeparam name="TProvider">The interface of the provider.</typeparam>
public sealed class OAuthSchemeOptions<TProvider> : AuthenticationSchemeOptions
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    /// <summary>Makes options.</summary>
    public OAuthSchemeOptions() => Events = new();

    /// <summary>The path of the redirect URI; <c>/signin-</c> and the name of the scheme in small letters. Each scheme has one of its own.</summary>
    public PathString CallbackPath { get; set; }

    /// <summary>
    /// Scheme and host of this application as a browser reaches it, for the redirect URI: <c>https://app.example.com</c>.
    /// <see langword="null"/> takes them from the request, where a proxy has to forward them.
    /// </summary>
    public Uri? Origin { get; set; }

    /// <summary>The scheme that keeps the user signed in, most often the cookie's; <see langword="null"/> is the default one.</summary>
    public string? SignInScheme { get; set; }

    /// <summary>The name with which the provider was registered, if it was with one.</summary>
    public string? ProviderName { get; set; }

    /// <summary>
    /// Makes the authorization request, where the application has a method of its own for that; else
    /// <see cref="IAuthorizationCodeGrant.CreateAuthorizationRequestAsync"/> does.
    /// </summary>
    public Func<TProvider, HttpContext, Uri, CancellationToken, Task<AuthorizationRequest>>? Start { get; set; }

    /// <summary>States parameters of the authorization request: <c>(parameters, http) => parameters with { Prompt = "login" }</c>.</summary>
    public Func<AuthorizationParameters, HttpContext, AuthorizationParameters>? Request { get; set; }

    /// <summary>
    /// Whether the claims of the UserInfo endpoint are added to those of the ID token, if the provider is declared with
    /// <see cref="IUserInfoEndpoint"/>. For a type of your own see <c>MapUser</c>.
    /// </summary>
    public bool RequestUserInfo { get; set; } = true;

    /// <summary>Whether the tokens are kept with the session, for <c>AddUserAccessToken</c> and for signing out at the provider.</summary>
    public bool SaveTokens { get; set; } = true;

    /// <summary>The claim that is the name of the user, <see cref="ClaimsIdentity.Name"/>.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim that is a role of the user, for <c>[Authorize(Roles = "…")]</c>.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>Claims that are not kept: those of the protocol, about the token and not about the user.</summary>
    public ISet<string> OmittedClaims { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "nonce", "aud", "azp", "iat", "nbf", "exp", "jti", "at_hash", "c_hash", "s_hash", "rat",
    };

    /// <summary>
    /// Where a user goes whose sign-in failed, a path of this site; <c>?failure=</c> and the name of the <see cref="OAuthFailure"/> follow.
    /// Without it there is a plain page that says what happened.
    /// </summary>
    public PathString ErrorPath { get; set; }

    /// <summary>Whether the plain page shows the message of the exception; <see langword="null"/> does so in development.</summary>
    public bool? ShowErrorDetail { get; set; }

    /// <summary>
    /// Where the provider sends the user after signing out; <c>/signout-callback-</c> and the name of the scheme in small letters. Register it with the
    /// provider as a post-logout redirect URI.
    /// </summary>
    public PathString SignedOutCallbackPath { get; set; }

    /// <summary>
    /// The path that the provider loads in a hidden frame when the user has signed out there (OpenID Connect Front-Channel Logout 1.0);
    /// <c>/signout-frontchannel-</c> and the name of the scheme in small letters. It is there if the provider is declared with
    /// <see cref="IFrontchannelLogout"/>.
    /// </summary>
    public PathString FrontchannelLogoutPath { get; set; }

    /// <summary>
    /// The path to which the provider posts when the user has signed out there (OpenID Connect Back-Channel Logout 1.0);
    /// <c>/signout-backchannel-</c> and the name of the scheme in small letters. It is there if the provider is declared with
    /// <see cref="IBackchannelLogout"/>.
    /// </summary>
    public PathString BackchannelLogoutPath { get; set; }

    /// <summary>
    /// Whether signing out revokes the refresh token, if the provider is declared with <see cref="IRevocationEndpoint"/>. That it cannot be
    /// revoked now keeps nobody signed in.
    /// </summary>
    public bool RevokeTokens { get; set; } = true;

    /// <summary>What happens at a sign-in besides.</summary>
    public new OAuthSchemeEvents<TProvider> Events
    {
        get => (OAuthSchemeEvents<TProvider>)base.Events!;
        set => base.Events = value;
    }

    /// <summary>Reads the user's claims by a type of the application's own.</summary>
    internal Func<TProvider, TokenResponse, ClaimsIdentity, CancellationToken, Task>? UserMapping { get; set; }

    /// <inheritdoc />
    public override void Validate()
    {
        base.Validate();
        Check(CallbackPath, nameof(CallbackPath));
        Check(SignedOutCallbackPath, nameof(SignedOutCallbackPath));
        Check(FrontchannelLogoutPath, nameof(FrontchannelLogoutPath));
        Check(BackchannelLogoutPath, nameof(BackchannelLogoutPath));
        if (Origin is { } origin && (!origin.IsAbsoluteUri || origin.PathAndQuery != "/"))
        {
            throw new ArgumentException("Origin is a scheme and a host alone, such as https://app.example.com.", nameof(Origin));
        }
    }

    private static void Check(PathString path, string name)
    {
        if (!path.HasValue || path == "/")
        {
            throw new ArgumentException($"{name} has to be a path of its own, such as /signin-example.", name);
        }
    }
}
