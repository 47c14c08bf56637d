using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace WebLogin;

/// <summary>What it takes to run several instances behind a proxy that sends each request to any of them: <c>--redis</c> switches it on.</summary>
internal static class SeveralInstances
{
    /// <summary>Whether this is one of several.</summary>
    public static bool IsOne(IConfiguration configuration) => configuration["Redis"] is { Length: > 0 };

    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var keys = configuration["Keys"] ?? throw new InvalidOperationException("With --redis, --keys names a folder that all instances share.");

        // Whoever reads these keys can open every cookie: where others can, ProtectKeysWithCertificate as well.
        services.AddDataProtection().SetApplicationName("WebLogin").PersistKeysToFileSystem(new(keys));
        services.AddOAuthRedis(configuration["Redis"]!);
        services.AddServerSideUserTokens();
        services.AddServerSideLogins();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedFor;

            // A proxy on this machine is believed. One elsewhere has to be named, or anybody could say what this site is called.
            if (configuration["Proxy"] is { Length: > 0 } proxy)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
