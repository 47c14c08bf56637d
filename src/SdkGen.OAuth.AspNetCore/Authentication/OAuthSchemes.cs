using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.AspNetCore;

/// <summary>The schemes of the application by which users sign in at a provider, as they are added.</summary>
internal sealed class OAuthSchemes
{
    private readonly List<Entry> _entries = [];

    /// <param name="Scheme">The name of the scheme.</param>
    /// <param name="Registration">The provider, as it is registered.</param>
    /// <param name="SignInScheme">Gets the sign-in scheme of the options.</param>
    private sealed record Entry(string Scheme, Func<IServiceProvider, string> Registration, Func<IServiceProvider, string?> SignInScheme);

    /// <summary>The one of an application, while it is put together.</summary>
    public static OAuthSchemes In(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(OAuthSchemes))?.ImplementationInstance is not OAuthSchemes schemes)
        {
            schemes = new();
            services.AddSingleton(schemes);
            services.AddOptions<AuthenticationOptions>().PostConfigure(options => options.DefaultChallengeScheme ??= schemes.Only);
        }

        return schemes;
    }

    /// <summary>The scheme that a challenge means if nobody says which: the only one there is.</summary>
    public string? Only => _entries is [var entry] ? entry.Scheme : null;

    /// <summary>Whether a provider tells by itself when a session has ended.</summary>
    public bool AnnounceLogouts { get; set; }

    public void Add(string scheme, Func<IServiceProvider, string> registration, Func<IServiceProvider, string?> signInScheme) =>
        _entries.Add(new(scheme, registration, signInScheme));

    /// <summary>The scheme that keeps users of a provider signed in.</summary>
    public async ValueTask<string?> SignInSchemeAsync(HttpContext context, string registration)
    {
        var services = context.RequestServices;
        return _entries.Find(entry => entry.Registration(services) == registration)?.SignInScheme(services)
            ?? (await services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultSignInSchemeAsync().ConfigureAwait(false))?.Name;
    }
}
