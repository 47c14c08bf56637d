using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes the static part of the interface, through which generic code finds client, options and declaration.</summary>
internal static class InterfaceWriter
{
    private const string Library = KnownTypes.Namespace;

    public static void Write(SourceWriter source, ProviderModel provider)
    {
        var name = TypeText.EscapeType(provider.InterfaceName);
        var contract = $"{Library}.IOAuthProvider<{name}>";
        source.Line("// Generic code finds the client through this, without reflection.");
        source.Open($"partial interface {name} : {contract}");
        source.Line($"static {Library}.OAuthDeclaration {contract}.Declaration => {provider.Name}Client.Declaration;");
        source.Line();
        source.Line($"static {Library}.OAuthClientOptions {contract}.CreateOptions() => new {provider.Name}Options();");
        source.Line();
        source.Line($"static {name} {contract}.CreateClient({Library}.OAuthClient client) => new {provider.Name}Client(client);");
        source.Close();
    }
}
