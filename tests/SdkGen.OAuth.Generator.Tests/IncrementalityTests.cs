using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>Which steps run after which edit. The compiler reads every interface anew each time; nothing behind that may.</summary>
public sealed class IncrementalityTests
{
    [Fact]
    public void An_edit_in_an_unrelated_file_runs_nothing_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.GitHub, Sources.Unrelated, Sources.AppJson)
            .Edit(2, source => source.Replace("Value => 1", "Value => 2", StringComparison.Ordinal));

        Assert.All(Outputs(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Steps(run), step => Assert.True(step.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, step.ToString()));
    }

    [Fact]
    public void A_new_file_runs_nothing_again()
    {
        var before = GeneratorRun.Of(Sources.Ory, Sources.Unrelated, Sources.AppJson);
        var run = before.Edit(1, source => source + "\npublic interface INothingOfOurs { }");

        Assert.All(Outputs(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("// a comment\n")]
    [InlineData("\n\n    \n")]
    [InlineData("/// <summary>Documentation.</summary>\n")]
    public void A_comment_or_blanks_in_the_interface_itself_write_nothing_again(string trivia)
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.GitHub, Sources.AppJson)
            .Edit(0, source => source.Replace("[OAuthProvider(", trivia + "[OAuthProvider(", StringComparison.Ordinal));

        Assert.All(Outputs(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Code_beside_the_interface_in_its_own_file_writes_nothing_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.GitHub, Sources.AppJson)
            .Edit(0, source => source.Replace("OryUser(string Sub)", "OryUser(string Sub, string? Email)", StringComparison.Ordinal));

        Assert.All(Outputs(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_in_one_interface_writes_that_one_again()
    {
        var before = GeneratorRun.Of(Sources.Ory, Sources.GitHub, Sources.Unrelated, Sources.AppJson);
        var run = before.Edit(0, source => source.Replace("\"offline_access\"", "\"offline\"", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Outputs(run).Order());
        Assert.Equal(Text(before, "IGitHub"), Text(run, "IGitHub"));
        Assert.Contains("OfflineAccessScope = \"offline\"", Text(run, "IOry"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_in_another_file_that_the_interface_uses_writes_it_again()
    {
        const string uses = """
            using SdkGen.OAuth;
            [OAuthProvider(Elsewhere.Issuer)]
            public partial interface IUses : IClientCredentialsGrant;
            """;
        var run = GeneratorRun.Of(uses, "static class Elsewhere { public const string Issuer = \"https://one.example\"; }")
            .Edit(1, source => source.Replace("one", "two", StringComparison.Ordinal));

        Assert.Contains("https://two.example", Text(run, "IUses"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_interface_in_another_file_writes_the_provider_again()
    {
        const string uses = """
            using SdkGen.OAuth;
            [OAuthProvider("https://id.example.com")]
            public partial interface IUses : IGrants;
            """;
        var run = GeneratorRun.Of(uses, "using SdkGen.OAuth; public interface IGrants : IClientCredentialsGrant;")
            .Edit(1, source => source.Replace("IClientCredentialsGrant", "IRefreshTokenGrant", StringComparison.Ordinal));

        Assert.Contains("RefreshTokenAsync", Text(run, "IUses"), StringComparison.Ordinal);
        Assert.DoesNotContain("RequestClientTokenAsync", Text(run, "IUses"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_holds_no_symbol_no_syntax_and_no_place_in_a_file()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.GitHub, Sources.AppJson);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (value, _) in run.Result.TrackedSteps[GeneratorSteps.ReadProvider].SelectMany(step => step.Outputs))
        {
            Visit(value, seen);
        }

        Assert.NotEmpty(seen);
    }

    private static void Visit(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel, value.GetType().FullName);
        if (value is System.Collections.IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, seen);
            }
        }

        foreach (var field in value.GetType().GetFields(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
        {
            Visit(field.GetValue(value), seen);
        }
    }

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Steps(GeneratorRun run) =>
        run.Result.TrackedSteps
            .Where(step => step.Key is GeneratorSteps.ReadProvider or GeneratorSteps.SelectProvider or GeneratorSteps.FindClashes or GeneratorSteps.Combine)
            .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (step.Key, output.Reason)));

    private static string Text(GeneratorRun run, string name) =>
        run.Result.GeneratedSources.Single(source => source.HintName.Contains(name, StringComparison.Ordinal)).SourceText.ToString();
}
