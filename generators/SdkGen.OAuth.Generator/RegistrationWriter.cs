using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes <c>services.AddOry(…)</c>.</summary>
internal static class RegistrationWriter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Registration = KnownTypes.Namespace + ".OAuthRegistration";

    public static void Write(SourceWriter source, ProviderModel provider)
    {
        var action = $"global::System.Action<{Qualified(provider, provider.Name + "Options")}> configure";
        const string section = "global::Microsoft.Extensions.Configuration.IConfiguration section";
        source.Line($"/// <summary>Registers the client of {provider.Name}.</summary>");
        source.Line(ProviderWriter.GeneratedCode);
        source.Open($"{ProviderWriter.Visibility(provider)} static partial class {GeneratedNames.Extensions(provider, provider.Name)}");
        Method(source, provider, isKeyed: false, action);
        source.Line();
        Method(source, provider, isKeyed: false, section);
        source.Line();
        Method(source, provider, isKeyed: true, action);
        source.Line();
        Method(source, provider, isKeyed: true, section);
        source.Close();
    }

    private static void Method(SourceWriter source, ProviderModel provider, bool isKeyed, string parameter)
    {
        var type = Qualified(provider, TypeText.EscapeType(provider.InterfaceName));
        var options = Qualified(provider, provider.Name + "Options");
        var argument = parameter.Substring(parameter.LastIndexOf(' ') + 1);
        var name = isKeyed ? "name" : "name: null";
        source.Line($"/// <summary>Registers <see cref=\"{type}\" />{(isKeyed ? " under a name, beside others of the same provider: a keyed service" : "")}.</summary>");
        source.Line("/// <param name=\"services\">The services.</param>");
        if (isKeyed)
        {
            source.Line("/// <param name=\"name\">The key of the services.</param>");
        }

        source.Line(argument == "configure"
            ? "/// <param name=\"configure\">States the options.</param>"
            : "/// <param name=\"section\">The configuration section: each key is the name of an option.</param>");
        source.Line("/// <returns>The services.</returns>");
        source.Line($"public static {Services} Add{provider.Name}(");
        source.Line($"    this {Services} services,");
        if (isKeyed)
        {
            source.Line("    string name,");
        }

        source.Line($"    {parameter})");
        source.Open();
        source.Line($"{Registration}.Add<{type}, {options}>(services, {name}, {argument});");
        source.Line(HasClientTokens(provider) ? $"return {Registration}.AddClientTokens<{type}>(services, {name});" : "return services;");
        source.Close();
    }

    private static bool HasClientTokens(ProviderModel provider) =>
        provider.Contracts.Any(use => use.Contract.Name == "IClientCredentialsGrant");

    /// <summary>A type that may be nested where this class is not.</summary>
    private static string Qualified(ProviderModel provider, string name) =>
        string.Concat(Containers(provider).Select(type => type + ".")) + name;

    private static IEnumerable<string> Containers(ProviderModel provider) =>
        provider.ContainingTypes.Select(type => type.Substring(type.LastIndexOf(' ') + 1));
}
