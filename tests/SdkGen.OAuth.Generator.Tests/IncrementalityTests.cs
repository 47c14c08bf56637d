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
    public void A_part_of_the_interface_in_another_file_writes_it_again()
    {
        var run = Parts().Edit(1, source => source.Replace("orders.read", "orders.write", StringComparison.Ordinal));

        AssertRuns(run, Cached, Modified);
        Assert.Contains("orders.write", Text(run, "IParts"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_grant_that_another_part_inherits_writes_the_interface_again()
    {
        var run = Parts().Edit(1, source => source.Replace("IParts", "IParts : IRefreshTokenGrant", StringComparison.Ordinal));

        AssertRuns(run, Cached, Modified);
        Assert.Contains("RefreshTokenAsync", Text(run, "IParts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// a comment\n")]
    [InlineData("\n\n    \n")]
    public void A_comment_or_blanks_in_another_part_write_nothing_again(string trivia)
    {
        var run = Parts().Edit(1, source => source.Replace("[ClientCredentialsRequest", trivia + "[ClientCredentialsRequest", StringComparison.Ordinal));

        AssertNothingRuns(run);
    }

    [Fact]
    public void A_member_of_the_user_type_writes_nothing_again()
    {
        var run = User().Edit(1, source => source.Replace("string Sub", "string Sub, string? Email", StringComparison.Ordinal));

        AssertNothingRuns(run);
    }

    [Fact]
    public void The_name_of_the_user_type_writes_the_provider_again()
    {
        var run = User()
            .Edit(1, source => source.Replace("record Customer", "record Member", StringComparison.Ordinal))
            .Edit(0, source => source.Replace("Endpoint<Customer>", "Endpoint<Member>", StringComparison.Ordinal));

        AssertRuns(run, Cached, Modified);
        Assert.Contains("Task<global::Acme.Member> GetUserInfoAsync", Text(run, "IShop"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_json_context_describes_writes_nothing_again()
    {
        var run = User().Edit(2, source => source.Replace("public AppJson()", "public int Version => 2; public AppJson()", StringComparison.Ordinal));

        AssertNothingRuns(run);
    }

    [Fact]
    public void A_json_context_that_is_one_no_longer_writes_the_provider_again()
    {
        var run = User().Edit(2, source => source.Replace(": JsonSerializerContext", "", StringComparison.Ordinal));

        AssertRuns(run, Cached, Modified);
        Assert.Contains("NotSupportedException", Text(run, "IShop"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_comes_is_the_only_one_that_is_written()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson).Add(Sources.GitHub);

        AssertRuns(run, Cached, New);
    }

    [Fact]
    public void An_interface_that_goes_writes_no_other_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson, Sources.GitHub).Remove(2);

        AssertRuns(run, Cached, Removed);
        Assert.Single(run.Result.GeneratedSources);
    }

    [Fact]
    public void An_interface_without_its_attribute_is_gone_and_writes_no_other_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson, Sources.GitHub)
            .Edit(2, source => source.Replace("[OAuthProvider(", "[System.Obsolete(", StringComparison.Ordinal));

        AssertRuns(run, Cached, Removed);
    }

    [Fact]
    public void A_file_that_comes_or_goes_without_an_interface_writes_nothing_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson, Sources.GitHub).Add(Sources.Unrelated);

        AssertNothingRuns(run);
        AssertNothingRuns(run.Remove(3));
    }

    [Fact]
    public void Another_reference_writes_nothing_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson, Sources.GitHub)
            .Reference(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));

        AssertNothingRuns(run);
    }

    [Fact]
    public void References_that_are_read_again_write_nothing_again()
    {
        var run = GeneratorRun.Of(Sources.Ory, Sources.AppJson, Sources.GitHub).ReadReferencesAgain();

        AssertNothingRuns(run);
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

    private const IncrementalStepRunReason New = IncrementalStepRunReason.New;
    private const IncrementalStepRunReason Cached = IncrementalStepRunReason.Cached;
    private const IncrementalStepRunReason Modified = IncrementalStepRunReason.Modified;
    private const IncrementalStepRunReason Removed = IncrementalStepRunReason.Removed;

    /// <summary>An interface of two files, and another one.</summary>
    private static GeneratorRun Parts() => GeneratorRun.Of(
        """
        using SdkGen.OAuth;

        [OAuthProvider("https://id.example.com")]
        public partial interface IParts : IAuthorizationCodeGrant;
        """,
        """
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        public partial interface IParts
        {
            [ClientCredentialsRequest(Scopes = ["orders.read"])]
            Task<TokenResponse> GetOrdersTokenAsync();
        }
        """,
        Sources.GitHub);

    /// <summary>An interface with a user type and a context in files of their own, and another one.</summary>
    private static GeneratorRun User() => GeneratorRun.Of(
        """
        using Acme.Identity;
        using SdkGen.OAuth;

        namespace Acme;

        [OAuthProvider("https://id.example.com", JsonSerializerContext = typeof(AppJson))]
        public partial interface IShop : IUserInfoEndpoint<Customer>;
        """,
        "namespace Acme; public sealed record Customer(string Sub);",
        Sources.AppJson,
        Sources.GitHub);

    /// <summary>
    /// Every step, from reading to writing, has one output for each interface, for these reasons. What is read again and is the same counts
    /// as cached: reading is what the compiler does after every edit.
    /// </summary>
    private static void AssertRuns(GeneratorRun run, params IncrementalStepRunReason[] reasons)
    {
        foreach (var step in new[] { GeneratorSteps.ReadProvider, GeneratorSteps.SelectProvider, GeneratorSteps.Combine })
        {
            Assert.Equal(reasons.Order(), Reasons(run, step));
        }

        Assert.Equal(reasons.Order(), Outputs(run).Order());
        Assert.All(Reasons(run, GeneratorSteps.FindClashes), reason => Assert.Equal(Cached, reason));
    }

    private static void AssertNothingRuns(GeneratorRun run) => AssertRuns(run, Cached, Cached);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step) => Steps(run)
        .Where(candidate => candidate.Name == step)
        .Select(candidate => candidate.Reason == IncrementalStepRunReason.Unchanged ? Cached : candidate.Reason)
        .Order();

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRun run) =>
        run.Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static IEnumerable<(string Name, IncrementalStepRunReason Reason)> Steps(GeneratorRun run) =>
        run.Result.TrackedSteps
            .Where(step => step.Key is GeneratorSteps.ReadProvider or GeneratorSteps.SelectProvider or GeneratorSteps.FindClashes or GeneratorSteps.Combine)
            .SelectMany(step => step.Value.SelectMany(run => run.Outputs).Select(output => (step.Key, output.Reason)));

    private static string Text(GeneratorRun run, string name) =>
        run.Result.GeneratedSources.Single(source => source.HintName.Contains(name, StringComparison.Ordinal)).SourceText.ToString();
}
