using SdkGen.Benchmarks.Analyzers;
using SdkGen.Benchmarks.Generators;
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
            [
                (typeof(TokenRequests), effort.Short),
                (typeof(CachedToken), effort.Short),
                (typeof(ApiCalls), effort.Short),
                (typeof(AuthorizationRequests), effort.Short),
                (typeof(IdTokens), effort.Short),
                (typeof(Proofs), effort.Short),
                (typeof(CachedTokenOnThreads), effort.Middling),
                (typeof(UnrelatedEdit), effort.Wasteful),
                (typeof(ColdRun), effort.Long),
                (typeof(Build), effort.Long),
                (typeof(AnalyzerRuns), effort.Long),
            ]);
        return
        [
            await RequestGroup.RunAsync(runner),
            await TokenGroup.HitAsync(runner),
            await SignInGroup.RequestAsync(runner),
            await SignInGroup.TokensAsync(runner),
            await TokenGroup.ScaleAsync(runner, effort),
            CompilerGroup.Generator(runner),
            CompilerGroup.Analyzers(runner),
            await StartupGroup.RunAsync(effort),
        ];
    }
}
