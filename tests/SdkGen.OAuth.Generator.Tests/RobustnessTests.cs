using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>The generator never throws, and what it writes compiles, for every input: half-typed, mistaken or mischievous.</summary>
public sealed class RobustnessTests
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        """;

    public static TheoryData<string, string> Declarations { get; } = new()
    {
        { "a hook that is private", "public partial class C { private sealed class H : IOAuthRequestHook { public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default; } [OAuthProvider(\"https://a.example\")] [OAuthHook<H>(OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant; }" },
        { "a hook without a constructor", "public sealed class H(int i) : IOAuthHook { public int I => i; } [OAuthProvider(\"https://a.example\")] [OAuthHook<H>(OAuthMessage.Token)] public partial interface IA : IClientCredentialsGrant;" },
        { "a hook that is abstract, none, or unknown", "public abstract class H : IOAuthHook; [OAuthProvider(\"https://a.example\")] [OAuthHook<H>(OAuthMessage.Token)] [OAuthHook<string>] [OAuthHook<IOAuthHook>] [OAuthHook<Unknown>] [OAuthHook<int[]>] public partial interface IA : IClientCredentialsGrant;" },
        { "a hook of a method that is private", "public partial class C { private sealed class H : IOAuthHook; [OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest, OAuthHook<H>] Task<TokenResponse> GetAsync(); } }" },
        { "a file-local hook", "file sealed class H : IOAuthHook; [OAuthProvider(\"https://a.example\")] [OAuthHook<H>(OAuthMessage.Token)] internal partial interface IA : IClientCredentialsGrant;" },
        { "generic", "[OAuthProvider(\"https://a.example\")] public partial interface IGeneric<T> : IClientCredentialsGrant;" },
        { "nested in a generic type", "public partial class C<T> { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "nested in a type that is not partial", "public class C { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "private", "public partial class C { [OAuthProvider(\"https://a.example\")] private partial interface IA : IClientCredentialsGrant; }" },
        { "file-local", "[OAuthProvider(\"https://a.example\")] file partial interface IA : IClientCredentialsGrant;" },
        { "static abstract member", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant { static abstract int Value { get; } }" },
        { "name taken", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; public class AClient;" },
        { "extension class taken", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; public static class AServiceCollectionExtensions;" },
        { "not an interface", "[OAuthProvider(\"https://a.example\")] public partial class A;" },
        { "no argument that compiles", "[OAuthProvider(Unknown.Value, Scopes = 5, Nothing = 3)] public partial interface IA : IClientCredentialsGrant, IUnknown<string>;" },
        { "null arguments", "[OAuthProvider(null, Scopes = null, TokenEndpoint = null)] [OAuthParameter(null, null)] [OAuthVariable(null, Values = null)] public partial interface IA : IClientCredentialsGrant;" },
        { "empty arguments", "[OAuthProvider(\"\", ClientId = \"\", Scopes = [])] [OAuthVariable(\"\", Values = [\"\", \"=\", \"1=2\", \"a b=c\"])] public partial interface IA : IClientCredentialsGrant;" },
        { "null in an array", "[OAuthProvider(\"https://a.example\", Scopes = [\"a\", null])] public partial interface IA : IClientCredentialsGrant;" },
        { "a template of braces", "[OAuthProvider(\"https://{{{a}}}{}.{b.}{.c}{d..e}{f-}{?}{g?}{1}\")] public partial interface IA : IClientCredentialsGrant;" },
        { "text that has to be escaped", "[OAuthProvider(\"https://a.example/\\\"\\\\\\n\\u2028\\0\", ScopeSeparator = '\\'')] [OAuthParameter(\"</summary>\", \"{a}]]>\")] public partial interface IA : IClientCredentialsGrant;" },
        { "variables that are called like options", "[OAuthProvider(\"https://{clientId}.{client_secret}.{metadata}.{class}.{get-variable}/\")] public partial interface IA : IClientCredentialsGrant;" },
        { "two user types", "public class U1; public class U2; [OAuthProvider(\"https://a.example\")] public partial interface IA : IUserInfoEndpoint<U1>, IUserInfoEndpoint<U2>, IUserInfoEndpoint;" },
        { "a user type that is none", "[OAuthProvider(\"https://a.example\", JsonSerializerContext = typeof(int))] public partial interface IA : IUserInfoEndpoint<string>;" },
        { "a method like an inherited one", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant { [ClientCredentialsRequest] new Task<TokenResponse> RequestClientTokenAsync(ClientCredentialsRequest? request = null, CancellationToken cancellationToken = default); }" },
        { "overloads", "[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest(Scopes = [\"a\"])] Task<TokenResponse> GetAsync(); [ClientCredentialsRequest(Scopes = [\"b\"])] Task<TokenResponse> GetAsync(string tenant); [ClientCredentialsRequest(Scopes = [\"c\"])] Task<TokenResponse> Get(); }" },
        { "methods called like generated members", "[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest(Scopes = [\"a\"])] Task<TokenResponse> Methods(string _client, string Name); [ClientCredentialsRequest] Task<TokenResponse> Declaration(string message, string message_); [ClientCredentialsRequest] Task<TokenResponse> Create(AOptions options, OAuthClientServices? services = null); [ClientCredentialsRequest] Task<TokenResponse> ToString(); }" },
        { "an event, an indexer and an init property", "[OAuthProvider(\"https://a.example\")] public partial interface IA { event Action E; int this[string a, int b] { get; set; } string P { get; init; } ref readonly int R { get; } }" },
        { "protected and internal members", "[OAuthProvider(\"https://a.example\")] public partial interface IA { protected Task<int> P(); internal Task<int> I(); private int Q() => 1; }" },
        { "an enum with two names of one value", "public enum E { A, B = 0, C } [OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(E e = E.C, E? f = null); }" },
        { "defaults of every type", "[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string a = \"\\\"\\n\", bool b = true, long c = long.MinValue, int? d = null, TimeSpan e = default, byte f = 255, short g = -1); }" },
        { "attributes on two parts", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; [OAuthProvider(\"https://b.example\")] public partial interface IA;" },
        { "names that differ in case alone", "[OAuthProvider(\"https://a.example\")] public partial interface IOry : IClientCredentialsGrant; [OAuthProvider(\"https://a.example\")] public partial interface IORY : IClientCredentialsGrant; [OAuthProvider(\"https://a.example\")] public partial interface Iory : IClientCredentialsGrant;" },
        { "one name in two containers", "public partial class A1 { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; } public partial class A2 { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "types called like the library's", "namespace N { public class TokenResponse; public class Task; public class OAuthClient; public class System; public class SdkGen; [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "without nullable annotations", "#nullable disable\n[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string a = null, string[] b = null, ClientCredentialsRequest request = null); }" },
        { "a partial client of the user's own", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; public partial class AClient { public int Mine => 1; } public partial class AOptions { public int Mine { get; set; } }" },
        { "a partial extension class of the user's own", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; public static partial class AServiceCollectionExtensions;" },
        { "values that are one name in C#", "[OAuthProvider(\"https://{r}.example\")] [OAuthVariable(\"r\", Values = [\"eu-west=1\", \"eu_west=2\", \"1=3\", \"=4\", \"clientId=5\"])] public partial interface IA : IClientCredentialsGrant;" },
        { "a name with marks", "[OAuthProvider(\"https://a.example\")] public partial interface Iกำลัง : IClientCredentialsGrant; [OAuthProvider(\"https://a.example\")] public partial interface ICafe\\u0301 : IClientCredentialsGrant;" },
        { "one name with and without the I", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; [OAuthProvider(\"https://a.example\")] public partial interface A : IClientCredentialsGrant;" },
        { "a nested interface and one called like both", "public partial class X { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; } [OAuthProvider(\"https://a.example\")] public partial interface IXA : IClientCredentialsGrant;" },
        { "nested in a type called like its client", "public partial class AClient { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "nested in a type called like its options", "public partial class AOptions { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "a member called like the client", "public partial class X { public int AClient => 1; [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; }" },
        { "a namespace called like the client", "namespace AClient { } [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant;" },
        { "a partial struct called like the options", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; public partial struct AOptions;" },
        { "a method called like the client", "[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> AClient(); }" },
        { "variables that are called like members", "[OAuthProvider(\"https://{_1}.{readEnum}.{toString}.{getHashCode}.{equals}.{getType}.{aOptions}.{regionValue}.{region}.{_}.{a-1}.{memberwiseClone}.{clientKey}.{dPoPKey}.{clientCertificate}/\")] [OAuthVariable(\"region\", Values = [\"a=b\"])] public partial interface IA : IClientCredentialsGrant;" },
        { "two variables of one name in C#", "[OAuthProvider(\"https://{user-pool}.{user_pool}.example/\")] public partial interface IA : IClientCredentialsGrant;" },
        { "line ends and control characters in a template", "[OAuthProvider(\"https://{a}.\\u2028\\u0085\\u0001\\u2029\\ud800.example/\")] [OAuthVariable(\"a\", Default = \"\\u0085#error\", Pattern = \"\\u2028#error\", Values = [\"\\u2028=1\"])] public partial interface IA : IClientCredentialsGrant;" },
        { "alike but for params and annotations", "public interface IB1 { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(params string[] scopes); } public interface IB2 { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string?[]? scopes); } [OAuthProvider(\"https://a.example\")] public partial interface IA : IB1, IB2;" },
        { "alike but for the kind of reference", "public interface IB1 { Task<TokenResponse> GetAsync(in int x); } public interface IB2 { Task<TokenResponse> GetAsync(ref int x); } [OAuthProvider(\"https://a.example\")] public partial interface IA : IB1, IB2;" },
        { "overloads by nullable values", "[OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(int? x); [ClientCredentialsRequest] Task<TokenResponse> GetAsync(int x); }" },
        { "annotated type arguments", "public interface IB<T> { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string a); void Wrong(T t); T P { get; } } [OAuthProvider(\"https://a.example\")] public partial interface IA : IB<string?>, IB<System.Collections.Generic.List<string?>>;" },
        { "a user type with annotations", "public sealed class J : System.Text.Json.Serialization.JsonSerializerContext { public J() : base(null) { } public static J Default { get; } = new(); protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null; public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(Type type) => null; } [OAuthProvider(\"https://a.example\", JsonSerializerContext = typeof(J))] public partial interface IA : IUserInfoEndpoint<System.Collections.Generic.Dictionary<string, string?>> { [UserInfoRequest] Task<System.Collections.Generic.List<string?>> OtherAsync(TokenResponse token); }" },
        { "type parameters called like keywords", "[OAuthProvider(\"https://a.example\")] public partial interface IA { Task<TokenResponse> GetAsync<@class, @event>(@class a, @event? b) where @event : struct; void Unmanaged<T>(T? a) where T : unmanaged; void NotNull<T>(T a) where T : notnull; void Class<T>(T? a) where T : class?; void Base<T>(T? a) where T : Exception; }" },
        { "names that are contextual keywords", "public enum @record { @var, @value } namespace @var { [OAuthProvider(\"https://a.example\")] public partial interface @file : IClientCredentialsGrant { [ClientCredentialsRequest] Task<TokenResponse> @await(@record @record, string @var, string @field, string @async, string global, string _, string @nameof); } [OAuthProvider(\"https://a.example\")] public partial interface @required : IClientCredentialsGrant; [OAuthProvider(\"https://a.example\")] public partial interface @record : IClientCredentialsGrant; }" },
        { "obsolete", "public enum E { A, [Obsolete] B, [Obsolete(\"c\", true)] C } [Obsolete] public enum O { A } [OAuthProvider(\"https://a.example\"), Obsolete] public partial interface IA : IClientCredentialsGrant { [ClientCredentialsRequest, Obsolete] Task<TokenResponse> GetAsync(E e, O o); } [OAuthProvider(\"https://a.example\")] public partial interface IB : IClientCredentialsGrant { [ClientCredentialsRequest, Obsolete(\"x\")] Task<TokenResponse> GetAsync(E e); }" },
        { "pointers and spans", "[OAuthProvider(\"https://a.example\")] public unsafe partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(int* a, delegate*<int, void> b, scoped ReadOnlySpan<char> c); int* P { get; } }" },
        { "nested in an interface, a record struct and a ref struct", "public partial interface IX { public partial record struct Y { public ref partial struct Z { [OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant; } } }" },
        { "types called like keywords of the emitted code", "public class nameof; public class global; [OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string a); }" },
        { "an index without a name", "[OAuthProvider(\"https://a.example\")] public partial interface IA { string this[i" },
        { "an enum member without a name", "public enum E { A, = 2 } [OAuthProvider(\"https://a.example\")] public partial interface IA { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(E e); }" },
        { "types without names", "[OAuthProvider(\"https://a.example\")] public partial interface IA { Task<TokenResponse> GetAsync<>(? value, []? values); [ClientCredentialsRequest] Task<TokenResponse> OtherAsync(System.Collections.Generic.List<?> a); event ? E; ? this[? a] { get; } }" },
        { "letters without case", "[OAuthProvider(\"https://a.example\")] public partial interface I日本 : IClientCredentialsGrant { [ClientCredentialsRequest] Task<TokenResponse> GetAsync(string a = \"\"); }" },
        { "a cycle", "[OAuthProvider(\"https://a.example\")] public partial interface IA : IB; public interface IB : IA;" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Whatever_is_declared_the_generated_code_compiles(string what, string declaration)
    {
        Assert.NotEmpty(what);
        AssertCompiles(GeneratorRun.Of(Usings + declaration));
    }

    [Theory]
    [InlineData(Sources.GitHub)]
    [InlineData(Sources.Ory)]
    public void At_every_keystroke_the_generated_code_compiles(string source)
    {
        // Every third prefix of a source is what somebody has typed so far.
        for (var length = source.IndexOf("[OAuthProvider", StringComparison.Ordinal); length < source.Length; length += 3)
        {
            AssertCompiles(GeneratorRun.Of(source[..length], Sources.AppJson));
        }
    }

    [Fact]
    public void With_any_word_missing_the_generated_code_compiles()
    {
        var words = Sources.Ory.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            AssertCompiles(GeneratorRun.Of(string.Join(' ', words.Where((_, index) => index != i)), Sources.AppJson));
        }
    }

    [Theory]
    [InlineData("generic", 0)]
    [InlineData("file-local", 0)]
    [InlineData("private", 0)]
    [InlineData("name taken", 0)]
    [InlineData("one name with and without the I", 0)]
    [InlineData("nested in a type called like its client", 0)]
    [InlineData("a member called like the client", 0)]
    [InlineData("a method called like the client", 0)]
    [InlineData("a nested interface and one called like both", 2)]
    [InlineData("attributes on two parts", 1)]
    [InlineData("names that differ in case alone", 3)]
    [InlineData("one name in two containers", 2)]
    public void One_file_is_written_for_each_interface_that_can_have_a_client(string what, int files)
    {
        var run = GeneratorRun.Of(Usings + Declarations.Single(data => (string)data[0] == what)[1]);

        Assert.Equal(files, run.Result.GeneratedSources.Length);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp8, 0)]
    [InlineData(LanguageVersion.CSharp11, 0)]
    [InlineData(LanguageVersion.CSharp12, 1)]
    [InlineData(LanguageVersion.Preview, 1)]
    public void Nothing_is_written_that_the_language_version_does_not_have(LanguageVersion version, int files)
    {
        var run = GeneratorRun.Of(version, Usings + "[OAuthProvider(\"https://a.example\")] public partial interface IA : IClientCredentialsGrant { }");

        Assert.Equal(files, run.Result.GeneratedSources.Length);
        AssertCompiles(run);
    }

    private static void AssertCompiles(GeneratorRun run)
    {
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics);
        // A type that does not exist, in a signature of the user's, does not exist in its implementation either.
        var ofTheUser = run.Input.GetDiagnostics().Select(error => error.GetMessage(CultureInfo.InvariantCulture)).ToHashSet();
        var errors = run.GeneratedDiagnostics(DiagnosticSeverity.Warning)
            .Where(error => !(error.Id is "CS0246" or "CS0234" && ofTheUser.Contains(error.GetMessage(CultureInfo.InvariantCulture))))
            .ToList();
        Assert.True(
            errors.Count == 0,
            $"{string.Join("\n", errors)}\n{string.Join("\n", run.Input.SyntaxTrees)}\n{string.Join("\n", run.Result.GeneratedSources.Select(source => source.SourceText))}");
    }
}
