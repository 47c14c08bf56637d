using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Requests;
using SdkGen.Benchmarks.SignIn;
using SdkGen.Benchmarks.Tokens;

namespace SdkGen.Benchmarks.Groups;

/// <summary>What the page is made of.</summary>
internal static class AllGroups
{
    public static async Task<IReadOnlyList<Section>> RunAsync(Effort effort)
    {
        var runner = new Runner(
            effort,
            [typeof(TokenRequests), typeof(CachedToken), typeof(ApiCalls), typeof(AuthorizationRequests), typeof(IdTokens), typeof(Proofs), typeof(CachedTokenOnThreads)],
            []);
        return
        [
            await RequestGroup.RunAsync(runner),
            await TokenGroup.HitAsync(runner),
            await SignInGroup.RequestAsync(runner),
            await SignInGroup.TokensAsync(runner),
            await TokenGroup.ScaleAsync(runner, effort),
        ];
    }
}
