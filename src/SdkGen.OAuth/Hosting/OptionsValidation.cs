using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.Hosting;

/// <summary>Refuses options at start-up that the first request would refuse.</summary>
internal sealed class OptionsValidation<TProvider, TOptions> : IValidateOptions<TOptions>
    where TProvider : class, IOAuthProvider<TProvider>
    where TOptions : OAuthClientOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = OptionsCheck.Problems(TProvider.Declaration, options);
        return problems.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(problems.Select(problem => $"{TProvider.Declaration.Name}: {problem}"));
    }
}
