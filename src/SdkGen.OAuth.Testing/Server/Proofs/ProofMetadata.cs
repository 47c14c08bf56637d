using System.Collections.Immutable;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Announces which proofs are taken (RFC 9449 section 5.1).</summary>
internal sealed class ProofMetadata : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["dpop_signing_alg_values_supported"] = ImmutableArray.CreateRange<string?>(ProofCheck.Algorithms);
        return ValueTask.CompletedTask;
    }
}
