using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>Half-written, huge and circular code: the rules never throw, and are done in time. Nothing runs beside it, so that the processor's time is its own.</summary>
[CollectionDefinition("Robustness", DisableParallelization = true)]
[Collection("Robustness")]
public sealed class CodeRobustnessTests
{
    /// <summary>A bound, of processor time, that shows what grows too fast.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private const string Nasty = """"
        using System; using System.Collections.Generic; using System.Net.Http;
        #if DEBUG
        #region oauth
        #endif
        namespace N.M;
        [OAuth(client_secret = "a", Scope = $"{nameof(C)}")] partial class C<T>(string clientSecret = "x") : B(clientSecret) where T : notnull
        {
            const string A = B + "client_secret"; const string B = A + "=";
            static string X = Y, Y = Z, Z = X; string P => P; string Q { get => field ??= Q; set => Q = value; }
            public string GrantType { get; set; } = "password", Other;
            async IAsyncEnumerable<int> M(string code, string state, __arglist)
            {
                var form = new Dictionary<string, string>() { ["grant_type"] = "password", { "client_id", A }, { "client_secret" }, };
                form["code_verifier"] = form["code_verifier"] = $"{form["state"]}{{}}{0:x}{(true ? "a" : null)}" + string.Format("{0}{1}{{{2}", 1) + """raw "" {oauth}""";
                _ = new { grant_type = "refresh_token", refresh_token = code, response_type = "token id_token" } is { grant_type: "password" } and not null;
                if (state == code is var s && s || state?.Length is > 3 and < 5) goto case "password"; else try { await RequestClientTokenAsync(); } catch { return; } finally { throw; }
                options.TokenValidationParameters = new() { ValidateIssuer = !true, ValidateAudience = false, IssuerValidator = (a, _, _) => a, LifetimeValidator = delegate { return true; }, SignatureValidator = Self };
                _ = state switch { "password" => response_type, [.., var last] => (last, A), { } => throw new(), _ => default } ?? client?.WithClientSecret("a")?.B?.C()?["x"]!.D;
                string Self() => Self() + Self(); Func<string> f = () => f() + f(); foreach (var (a, b) in new[] { ("client_secret", "b") }) yield return ref a[^1..];
                var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(X)); DateTime.Now.AddSeconds(expires_in); webView.Navigate($"https://a/authorize?response_type={code}&client_id=");
            }
        }
        """";

    [Fact]
    public async Task Code_that_ends_anywhere()
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var length = 1; length <= Nasty.Length; length += 13)
        {
            await AnalyzeAsync([Nasty[..length]]);
        }

        Assert.InRange(Environment.CpuUsage.TotalTime - start, TimeSpan.Zero, 3 * Limit);
    }

    [Fact]
    public async Task Code_that_begins_anywhere()
    {
        for (var begin = 1; begin < Nasty.Length; begin += 29)
        {
            await AnalyzeAsync([Nasty[begin..] + "// oauth"]);
        }
    }

    public static TheoryData<string, string> Huge { get; } = new()
    {
        { "a concatenation", "string M(string a) => \"grant_type=\" + " + string.Join(" + ", Enumerable.Range(0, 5_000).Select(i => i % 2 == 0 ? "a" : $"\"&client_secret={i}\"")) + ";" },
        { "a concatenation to the right", "string M(string a) => \"grant_type=\" + " + Repeat("(a + ", 500) + "a" + Repeat(")", 500) + ";" },
        { "parentheses", "string M(string accessToken) => " + Repeat("(", 2_000) + "accessToken" + Repeat(")", 2_000) + ";" },
        { "calls in calls", "string M(string clientSecret) => " + Repeat("M(", 2_000) + "clientSecret" + Repeat(")", 2_000) + ";" },
        { "a chain of calls", "object M(dynamic oauth) => oauth" + Repeat(".WithClientSecret(\"a\")", 2_000) + ";" },
        { "a chain of conditional calls", "object M(dynamic oauth) => oauth" + Repeat("?.WithClientSecret(\"a\")", 2_000) + ";" },
        { "conditionals", "string M(bool oauth) { var grant_type = " + Repeat("oauth ? \"password\" : ", 2_000) + "\"code\"; return \"grant_type=\" + grant_type; }" },
        { "blocks", "void M() { var oauth = \"grant_type=password\"; " + Repeat("if (oauth != null) { options.ValidateIssuer = false; ", 300) + Repeat("}", 300) + "}" },
        { "an initializer", "object M() => new Dictionary<string, string> { " + Repeat("[\"client_secret\"] = \"grant_type\", ", 10_000) + "};" },
        { "a collection", "object M() => new List<KeyValuePair<string, string>> { " + Repeat("new(\"grant_type\", \"password\"), ", 10_000) + "};" },
        { "fields of one another", string.Join("\n", Enumerable.Range(0, 1_000).Select(i => $"static string clientSecret{i} = clientSecret{(i + 1) % 1_000} + clientSecret{(i + 2) % 1_000};")) },
        { "methods of one another", string.Join("\n", Enumerable.Range(0, 1_000).Select(i => $"static string RefreshToken{i}() => RefreshToken{(i + 1) % 1_000}() + RefreshToken{(i + 7) % 1_000}();")) + " object M() => new { client_secret = RefreshToken0() };" },
        { "a variable that is set often", "void M() { string responseType = null; " + Repeat("responseType = responseType + \"token\"; Send(\"response_type=\" + responseType); ", 300) + "}" },
        { "one long line", "string M() => \"grant_type=" + new string('x', 1_000_000) + "&client_secret={0}\";" },
        { "one text of pairs", "string M() => \"" + Repeat("grant_type=password&", 20_000) + "\";" },
    };

    [Theory]
    [MemberData(nameof(Huge))]
    public async Task Code_that_is_huge(string what, string member)
    {
        Assert.NotEmpty(what);
        var start = Environment.CpuUsage.TotalTime;

        await AnalyzeAsync(["using System.Collections.Generic; class OAuth { " + member + " }"]);

        Assert.InRange(Environment.CpuUsage.TotalTime - start, TimeSpan.Zero, Limit);
    }

    [Fact]
    public async Task Types_in_several_files()
    {
        var found = await AnalyzeAsync(
        [
            "partial class A { static string clientSecret = Next; static string Secret() => B.Secret(); object M() => new { grant_type = GrantType, client_secret = Secret() + clientSecret + Any(X); }",
            "partial class A { static string Next = clientSecret; const string GrantType = \"pass\" + \"word\"; string Any(string s) { return s + Next; } string X => Any(X); }",
            "class B { public static string Secret() => A.Secret() + Other; static string Other { get { return Secret(); } } } // oauth",
        ]);

        Assert.Contains("OAUTH7001", found);
    }

    [Fact]
    public async Task One_after_another_finds_the_same_as_at_once()
    {
        var sources = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.cs").Select(File.ReadAllText).Append(Nasty).ToArray();
        sources = [.. Enumerable.Repeat(sources, 5).SelectMany(all => all)];

        var single = await AnalyzeAsync(sources, concurrent: false);

        Assert.NotEmpty(single);
        Assert.Equal(single, await AnalyzeAsync(sources, concurrent: true));
        Assert.Equal(single, await AnalyzeAsync(sources, concurrent: true));
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <summary>What is found, in the order of the code. An exception of a rule is one here.</summary>
    private static async Task<string> AnalyzeAsync(string[] sources, bool concurrent = true)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Robust",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, string.Create(CultureInfo.InvariantCulture, $"{index:000}.cs"))),
            References,
            new(OutputKind.DynamicallyLinkedLibrary));
        var analysis = compilation.WithAnalyzers(
            [new OAuthCodeAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: concurrent, logAnalyzerExecutionTime: false));
        var found = await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return string.Join('\n', found.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
    }
}
