using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.EntityFrameworkCore.Models;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The clients, of which those without registered redirect URIs may use any.</summary>
internal sealed class AnyRedirectUriManager(
    IOpenIddictApplicationCache<OpenIddictEntityFrameworkCoreApplication> cache,
    ILogger<AnyRedirectUriManager> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options,
    IOpenIddictApplicationStore<OpenIddictEntityFrameworkCoreApplication> store)
    : OpenIddictApplicationManager<OpenIddictEntityFrameworkCoreApplication>(cache, logger, options, store)
{
    public override async ValueTask<bool> ValidateRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication application, string uri, CancellationToken cancellationToken = default) =>
        (await GetRedirectUrisAsync(application, cancellationToken).ConfigureAwait(false)).IsEmpty
        || await base.ValidateRedirectUriAsync(application, uri, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<bool> ValidatePostLogoutRedirectUriAsync(
        OpenIddictEntityFrameworkCoreApplication application, string uri, CancellationToken cancellationToken = default) =>
        (await GetPostLogoutRedirectUrisAsync(application, cancellationToken).ConfigureAwait(false)).IsEmpty
        || await base.ValidatePostLogoutRedirectUriAsync(application, uri, cancellationToken).ConfigureAwait(false);
}
