using Microsoft.Extensions.Configuration;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>Makes clients of an issuer that is known only when its server has started.</summary>
internal static class Clients
{
    public static T Create<T>(string? issuer, Action<OAuthClientOptions> configure)
        where T : class, IOAuthProvider<T>
    {
        var options = T.CreateOptions();
        if (issuer is not null)
        {
            options.Bind(Variables(("Issuer", issuer)));
        }

        configure(options);

        // Each client has its own memory of used requests, so that a test does not depend on another one.
        return T.CreateClient(new OAuthClient(T.Declaration, options, new() { OneTimeUse = new MemoryUse() }));
    }

    /// <summary>Values of template variables, as a configuration has them.</summary>
    public static IConfiguration Variables(params (string Name, string Value)[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create(variable.Name, (string?)variable.Value)))
        .Build();

    private sealed class MemoryUse : IOneTimeUse
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

        public ValueTask<bool> TryUseAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken = default) => new(_used.TryAdd(key, true));
    }
}
