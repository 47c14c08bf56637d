using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.AspNetCore.Sessions;

/// <summary>Lets every cookie be asked for whether its session has ended at the provider, where a provider announces that.</summary>
internal sealed class EndedSessionCheck(OAuthSchemes schemes) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (!schemes.AnnounceLogouts)
        {
            return;
        }

        var before = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = async context =>
        {
            await before(context).ConfigureAwait(false);
            if (context.Principal is not null)
            {
                await context.ValidateOAuthSessionAsync().ConfigureAwait(false);
            }
        };
    }
}
