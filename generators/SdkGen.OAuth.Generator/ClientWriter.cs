using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes <c>OryClient</c>: constants and one call into the library for each method.</summary>
internal static class ClientWriter
{
    private const string Library = KnownTypes.Namespace;

    public static void Write(SourceWriter source, ProviderModel provider, KeptMetadata? metadata)
    {
        var name = provider.Name + "Client";
        var contract = TypeText.EscapeType(provider.InterfaceName);
        var methods = ProviderMethods.Of(provider);
        var declarations = new MethodDeclarations(methods);
        source.Line($"/// <summary>The client that <see cref=\"{contract}\" /> declares.</summary>");
        source.Line(ProviderWriter.GeneratedCode);
        source.Open($"{ProviderWriter.Visibility(provider)} sealed partial class {name} : {contract}");
        DeclarationWriter.Write(source, provider, metadata, methods, declarations);
        source.Line();
        source.Line($"private readonly {Library}.OAuthClient _client;");
        source.Line();
        source.Line($"internal {name}({Library}.OAuthClient client) => _client = client;");
        source.Line();
        source.Line("/// <summary>Makes a client for a program without dependency injection. Make one, and keep it.</summary>");
        source.Line("/// <param name=\"options\">What the application states about itself.</param>");
        source.Line("/// <param name=\"services\">What the client uses of its surroundings; the system's clock, and a memory of its own for used requests, if nothing is stated.</param>");
        source.Line("/// <returns>The client.</returns>");
        source.Line($"/// <exception cref=\"{Library}.OAuthException\">The options are incomplete; the message names each property.</exception>");
        source.Line($"public static {contract} Create({provider.Name}Options options, {Library}.OAuthClientServices? services = null) =>");
        source.Line($"    new {name}(new {Library}.OAuthClient(Declaration, options, services));");
        foreach (var method in methods)
        {
            source.Line();
            MethodWriter.Write(source, provider, method, declarations);
        }

        foreach (var stub in provider.Stubs)
        {
            source.Line();
            source.Line(stub);
        }

        if (declarations.Fields.Any())
        {
            DeclarationWriter.WriteMethods(source, declarations);
        }

        foreach (var @enum in declarations.Enums)
        {
            source.Line();
            EnumMethod(source, @enum);
        }

        source.Close();
    }

    private static void EnumMethod(SourceWriter source, EnumModel @enum)
    {
        source.Line($"private static string? Name({@enum.Type}? value) => value switch");
        source.Open();
        source.Line("null => null,");
        foreach (var member in @enum.Members)
        {
            source.Line($"{@enum.Type}.{member.Name} => {Literal.Of(member.SentAs)},");
        }

        source.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"The value is not one that the enum declares.\"),");
        source.Close(";");
    }
}
