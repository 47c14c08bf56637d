using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.Endpoints;

/// <summary>The two endpoints of a sign-in.</summary>
internal sealed class LoginEndpoints<TProvider>(
    IServiceProvider services,
    string callbackPath,
    Func<OAuthLogin, Task<IResult>> onLogin,
    Func<TProvider, HttpContext, Uri, CancellationToken, Task<AuthorizationRequest>>? start,
    Func<OAuthLoginFailedContext, IResult>? onFailure,
    Uri? origin,
    string? name)
    where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
{
    private static readonly ProviderErrors Errors = new(TProvider.Declaration.Name);
    private static readonly Dictionary<string, string> NoItems = [];

    private readonly Lazy<LoginFlow> _flow = new(() => LoginServices.Flow(services));
    private readonly Lazy<ILogger> _logger = new(() => services.GetRequiredService<ILoggerFactory>().CreateLogger("SdkGen.OAuth.Login"));

    private static ResponseMode Mode => TProvider.Declaration.Provider.ResponseMode;

    public async Task StartAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var cancellationToken = context.RequestAborted;
        try
        {
            var provider = RegisteredServices.Provider<TProvider>(context.RequestServices, name);
            var redirectUri = LoginAddress.Of(context.Request, callbackPath, origin);
            var request = start is null
                ? await provider.CreateAuthorizationRequestAsync(new() { RedirectUri = redirectUri, Additional = Variables(context.Request) }, cancellationToken)
                    .ConfigureAwait(false)
                : await start(provider, context, redirectUri, cancellationToken).ConfigureAwait(false);
            await _flow.Value.SaveAsync(
                context, callbackPath, request, Mode, context.Request.Query["returnUrl"].ToString(), NoItems, cancellationToken).ConfigureAwait(false);
            context.Response.Redirect(request.Uri.AbsoluteUri);
        }
        catch (OAuthException exception)
        {
            await FailAsync(context, exception, LocalUrl.OrRoot(null, context.Request.PathBase)).ConfigureAwait(false);
        }
    }

    public async Task FinishAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        var returnUrl = LocalUrl.OrRoot(null, context.Request.PathBase);
        OAuthLogin login;
        try
        {
            var response = await CallbackReader.ReadAsync(context.Request, Mode, context.RequestAborted).ConfigureAwait(false);
            if (response is null)
            {
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
            }

            var provider = RegisteredServices.Provider<TProvider>(context.RequestServices, name);
            var (token, pending) = await _flow.Value.FinishAsync(context, callbackPath, provider, response, Mode, Errors, context.RequestAborted)
                .ConfigureAwait(false);
            login = new(context, token, pending.ReturnUrl);
        }
        catch (OAuthException exception)
        {
            await FailAsync(context, exception, returnUrl).ConfigureAwait(false);
            return;
        }

        OAuthWebLog.SignedIn(_logger.Value, callbackPath);
        var result = await onLogin(login).ConfigureAwait(false);
        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>What the provider's URL needs of the request that begins the sign-in: the shop, the tenant. Each is checked for its place.</summary>
    private static OAuthParameters Variables(HttpRequest request)
    {
        var variables = new OAuthParameters();
        foreach (var variable in TProvider.Declaration.Variables.Where(variable => variable.From == "request"))
        {
            if (request.Query[variable.Name] is [{ Length: > 0 } value])
            {
                variables.Add(variable.Name, value);
            }
        }

        return variables;
    }

    private async Task FailAsync(HttpContext context, OAuthException exception, string returnUrl)
    {
        OAuthWebLog.LoginFailed(_logger.Value, callbackPath, exception.Failure, exception.Message);
        if (onFailure is not null)
        {
            await onFailure(new(context, exception, returnUrl)).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        await LoginFailurePage.WriteAsync(context, exception, returnUrl, isDevelopment).ConfigureAwait(false);
    }
}
