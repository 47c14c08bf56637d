using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>Whatever somebody is in the middle of writing, the generator does not throw, and what it writes is C#.</summary>
public sealed class TypingTests
{
    [Fact]
    public void A_source_that_is_cut_off_anywhere_is_read() => Read(HalfWritten.CutOff(step: 17));

    [Fact]
    public void A_source_with_words_missing_is_read() => Read(HalfWritten.WithWordsMissing(150));

    private static void Read(IEnumerable<string> sources)
    {
        var run = GeneratorRun.Of("", Sources.AppJson);
        foreach (var source in sources)
        {
            run = run.Edit(0, _ => source);
            Assert.True(run.Result.Exception is null, $"{run.Result.Exception}\n{source}");
            var errors = run.Result.GeneratedSources.SelectMany(file => file.SyntaxTree.GetDiagnostics()).ToList();
            Assert.True(errors.Count == 0, $"{string.Join("\n", errors)}\n{source}");
        }
    }
}
