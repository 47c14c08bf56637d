using Refit;

namespace SdkGen.Benchmarks.Requests;

/// <summary>The token endpoint as a Refit interface, and nothing else.</summary>
internal interface IBareEndpoint
{
    [Post("/tenant/oauth2/v2.0/token")]
    Task<TokenReply> RequestAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellationToken = default);
}
