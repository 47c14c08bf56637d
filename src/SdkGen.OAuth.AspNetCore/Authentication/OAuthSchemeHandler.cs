using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.AspNetCore.UserTokens;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <summary>
/// The authentication scheme: a challenge sends the user to the provider, the callback signs them in with the sign-in scheme, which keeps
/// them signed in. Every check of the protocol is made by the provider's client; this is the way to it and back.
/// </summary>
internal sealed partial class OAuthSchemeHandler<TProvider>(
    IOptionsMonitor<OAuthSchemeOptions<TProvider>> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    LoginFlow flow,
    LogoutCookie logout,
    IUserTokenVault vault)
    : AuthenticationHandler<OAuthSchemeOptions<TProvider>>(options, loggers, encoder), IAuthenticationRequestHandler, IAuthenticationSignOutHandler
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    private const string SchemeItem = ".AuthScheme";
    private const string RedirectItem = ".redirect";

    private static readonly ProviderErrors Errors = new(TProvider.Declaration.Name);

    private static ResponseMode Mode => TProvider.Declaration.Provider.ResponseMode;

    private new OAuthSchemeEvents<TProvider> Events => (OAuthSchemeEvents<TProvider>)base.Events!;

    private string Registration => UserSession.RegistrationOf(TProvider.Declaration.Name, Options.ProviderName);

    private TProvider Provider => RegisteredServices.Provider<TProvider>(Context.RequestServices, Options.ProviderName);

    public async Task<bool> HandleRequestAsync()
    {
        var path = Request.Path;
        if (path == Options.CallbackPath)
        {
            await HandleCallbackAsync().ConfigureAwait(false);
            return true;
        }

        if (path == Options.SignedOutCallbackPath)
        {
            Response.Redirect(logout.Read(Context, Request.Query["state"]) ?? LocalUrl.OrRoot(null, Request.PathBase));
            return true;
        }

        if (Options.FrontChannelLogoutPath.HasValue && path == Options.FrontChannelLogoutPath)
        {
            await HandleFrontChannelLogoutAsync().ConfigureAwait(false);
            return true;
        }

        return false;
    }

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new OAuthSchemeEvents<TProvider>());

    /// <summary>Who is signed in by the sign-in scheme, if it was by this scheme.</summary>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = await Context.AuthenticateAsync(await SignInSchemeAsync().ConfigureAwait(false)).ConfigureAwait(false);
        return result is { Succeeded: true, Properties: { } properties } && properties.Items.TryGetValue(SchemeItem, out var scheme) && scheme == Scheme.Name
            ? AuthenticateResult.Success(new(result.Principal, properties, Scheme.Name))
            : AuthenticateResult.NoResult();
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        await Context.ForbidAsync(await SignInSchemeAsync().ConfigureAwait(false), properties).ConfigureAwait(false);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!LoginAddress.IsNavigation(Request))
        {
            // A script cannot follow the user to the provider, and each sign-in that nobody ends would push another one out.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var returnUrl = ReturnUrl(properties.RedirectUri);
        Response.Headers.CacheControl = "no-store";
        try
        {
            await SignInSchemeAsync().ConfigureAwait(false);
            var request = await CreateRequestAsync(properties).ConfigureAwait(false);
            var items = properties.Items.Where(item => item.Key != RedirectItem && item.Value is not null)
                .ToDictionary(item => item.Key, item => item.Value!, StringComparer.Ordinal);
            await flow.SaveAsync(Context, Scheme.Name, request, Mode, returnUrl, items, Context.RequestAborted).ConfigureAwait(false);
            Response.Redirect(request.Uri.AbsoluteUri);
        }
        catch (OAuthException exception)
        {
            await FailAsync(exception, LocalUrl.OrRoot(null, Request.PathBase)).ConfigureAwait(false);
        }
    }

    private async Task<AuthorizationRequest> CreateRequestAsync(AuthenticationProperties properties)
    {
        var redirectUri = LoginAddress.Of(Request, Options.CallbackPath, Options.Origin);
        if (Options.Start is { } start)
        {
            return await start(Provider, Context, redirectUri, Context.RequestAborted).ConfigureAwait(false);
        }

        var parameters = new AuthorizationParameters { RedirectUri = redirectUri };
        parameters = Options.Request?.Invoke(parameters, Context) ?? parameters;
        parameters = properties.GetAuthorizationRequest()?.Invoke(parameters) ?? parameters;
        return await Provider.CreateAuthorizationRequestAsync(parameters, Context.RequestAborted).ConfigureAwait(false);
    }

    private async Task HandleCallbackAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var returnUrl = LocalUrl.OrRoot(null, Request.PathBase);
        try
        {
            var response = await CallbackReader.ReadAsync(Request, Mode, Context.RequestAborted).ConfigureAwait(false);
            if (response is null)
            {
                Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
            }

            var (token, login) = await flow.FinishAsync(Context, Scheme.Name, Provider, response, Mode, Errors, Context.RequestAborted)
                .ConfigureAwait(false);
            returnUrl = login.ReturnUrl;
            await SignInAsync(token, login).ConfigureAwait(false);
        }
        catch (OAuthException exception)
        {
            await FailAsync(exception, returnUrl).ConfigureAwait(false);
        }
    }

    private async Task SignInAsync(TokenResponse token, PendingLogin login)
    {
        var signInScheme = await SignInSchemeAsync().ConfigureAwait(false);
        var properties = new AuthenticationProperties(login.Items.ToDictionary(item => item.Key, item => (string?)item.Value)) { RedirectUri = login.ReturnUrl };
        properties.Items[SchemeItem] = Scheme.Name;
        var signingIn = new OAuthSigningInContext<TProvider>(Context, Provider, token, await IdentifyAsync(token).ConfigureAwait(false), properties);
        await Events.SigningInAsync(signingIn).ConfigureAwait(false);
        if (signingIn.User.Identity is not ClaimsIdentity identity || !identity.Claims.Any())
        {
            throw Errors.Make(
                OAuthFailure.InvalidConfiguration,
                "nothing says who the user is: ask for 'openid', declare IUserInfoEndpoint, call MapUser, or add claims in OnSigningIn");
        }

        var session = new UserSession(RandomText.Create(), Registration, Context);
        identity.AddClaim(new(OAuthClaims.Session, session.Id));
        await ForgetSessionAsync(signInScheme).ConfigureAwait(false);
        if (Options.SaveTokens)
        {
            await vault.BeginAsync(session, new(token), properties, Context.RequestAborted).ConfigureAwait(false);
        }

        var returnUrl = LocalUrl.OrRoot(properties.RedirectUri, Request.PathBase);
        properties.RedirectUri = null;
        await Context.SignInAsync(signInScheme, signingIn.User, properties).ConfigureAwait(false);
        OAuthWebLog.SignedIn(Logger, Scheme.Name);
        Response.Redirect(returnUrl);
    }

    /// <summary>Who the user is: the claims of the ID token, then those of user info.</summary>
    private async Task<ClaimsPrincipal> IdentifyAsync(TokenResponse token)
    {
        var identity = new ClaimsIdentity(Scheme.Name, Options.NameClaim, Options.RoleClaim);
        var issuer = token.IdToken?.Issuer ?? TProvider.Declaration.Name;
        if (token.IdToken is { } idToken)
        {
            UserClaims.Add(identity, idToken.Claims, issuer, Options.OmittedClaims);
        }

        var provider = Provider;
        if (Options.UserMapping is { } map)
        {
            await map(provider, token, identity, Context.RequestAborted).ConfigureAwait(false);
        }
        else if (Options.RequestUserInfo && provider is IUserInfoEndpoint endpoint)
        {
            // The reply of a provider without OpenID Connect has dozens of members that are no claims: the standard ones are taken.
            var user = await endpoint.GetUserInfoAsync(token, Context.RequestAborted).ConfigureAwait(false);
            UserClaims.Add(identity, user.Claims(others: token.IdToken is not null), issuer, Options.OmittedClaims);
        }

        return new(identity);
    }

    /// <summary>The tokens of the session that this browser had before are not needed any more.</summary>
    private async Task ForgetSessionAsync(string signInScheme)
    {
        var before = await Context.AuthenticateAsync(signInScheme).ConfigureAwait(false);
        if (before.Principal?.FindFirst(OAuthClaims.Session)?.Value is { } id)
        {
            await vault.RemoveAsync(new(id, Registration, Context), Context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(OAuthException exception, string returnUrl)
    {
        OAuthWebLog.LoginFailed(Logger, Scheme.Name, exception.Failure, exception.Message);
        var failed = new OAuthLoginFailedContext(Context, exception, returnUrl);
        await Events.LoginFailedAsync(failed).ConfigureAwait(false);
        if (failed.IsHandled)
        {
            return;
        }

        if (Options.ErrorPath.HasValue)
        {
            Response.Redirect($"{Request.PathBase}{Options.ErrorPath}?failure={exception.Failure}");
            return;
        }

        var isDevelopment = Context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
        await LoginFailurePage.WriteAsync(Context, exception, returnUrl, Options.ShowErrorDetail ?? isDevelopment).ConfigureAwait(false);
    }

    /// <summary>Where the user goes afterwards: what the application says, else the page that they asked for.</summary>
    private string ReturnUrl(string? stated)
    {
        if (stated is not null && !LocalUrl.IsLocal(stated))
        {
            OAuthWebLog.ReturnUrlRefused(Logger);
        }

        var asked = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)
            ? OriginalPathBase.ToUriComponent() + OriginalPath.ToUriComponent() + Request.QueryString.ToUriComponent()
            : null;
        return LocalUrl.OrRoot(stated ?? asked, Request.PathBase);
    }

    private async ValueTask<string> SignInSchemeAsync()
    {
        var scheme = Options.SignInScheme
            ?? (await Context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultSignInSchemeAsync().ConfigureAwait(false))?.Name;
        return scheme is not null && scheme != Scheme.Name ? scheme : throw Errors.Make(
            OAuthFailure.InvalidConfiguration,
            $"the scheme '{Scheme.Name}' has no scheme that keeps users signed in: "
            + "services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<…>()");
    }
}
