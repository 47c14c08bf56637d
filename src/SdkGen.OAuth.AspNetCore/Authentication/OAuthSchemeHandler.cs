using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.AspNetCore.Sessions;
using SdkGen.OAuth.AspNetCore.UserTokens;
using SdkGen.OAuth.Protocol;

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
    EndedSessions ended,
    IUserTokenVault vault)
    : AuthenticationHandler<OAuthSchemeOptions<TProvider>>(options, loggers, encoder), IAuthenticationRequestHandler, IAuthenticationSignOutHandler
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    /// <summary>Under this name the handlers of ASP.NET Core keep by which scheme a user signed in.</summary>
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
            Response.Redirect(logout.Read(Context) ?? LocalUrl.OrRoot(null, Request.PathBase));
            return true;
        }

        if (path == Options.FrontchannelLogoutPath && Provider is IFrontchannelLogout frontchannel)
        {
            await HandleFrontchannelLogoutAsync(frontchannel).ConfigureAwait(false);
            return true;
        }

        if (path == Options.BackchannelLogoutPath && Provider is IBackchannelLogout backchannel)
        {
            await HandleBackchannelLogoutAsync(backchannel).ConfigureAwait(false);
            return true;
        }

        return false;
    }

    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new OAuthSchemeEvents<TProvider>());

    /// <summary>Who is signed in by the sign-in scheme, if it was by this scheme.</summary>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await FindSignInSchemeAsync().ConfigureAwait(false) is not { } signInScheme)
        {
            return AuthenticateResult.NoResult();
        }

        var result = await Context.AuthenticateAsync(signInScheme).ConfigureAwait(false);
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

    private async ValueTask<string> SignInSchemeAsync() => await FindSignInSchemeAsync().ConfigureAwait(false) ?? throw Errors.Make(
        OAuthFailure.InvalidConfiguration,
        $"the scheme '{Scheme.Name}' has no scheme that keeps users signed in: "
        + "services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<…>()");

    private async ValueTask<string?> FindSignInSchemeAsync()
    {
        var scheme = Options.SignInScheme
            ?? (await Context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultSignInSchemeAsync().ConfigureAwait(false))?.Name;
        return scheme == Scheme.Name ? null : scheme;
    }
}
