using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes the attributes of the interface as data: what the user wrote is what the runtime reads.</summary>
internal static class DeclarationWriter
{
    private const string Library = KnownTypes.Namespace;

    /// <summary>The quirk attributes and the properties that hold them.</summary>
    private static readonly (string Attribute, string Property)[] Groups =
    [
        ("OAuthVariable", "Variables"),
        ("OAuthParameter", "Parameters"),
        ("OAuthRequest", "Requests"),
        ("OAuthResponse", "Responses"),
        ("OAuthMember", "Members"),
        ("OAuthError", "Errors"),
    ];

    public static void Write(
        SourceWriter source, ProviderModel provider, KeptMetadata? metadata, List<MethodModel> methods, MethodDeclarations declarations)
    {
        source.Line($"/// <summary>What <see cref=\"{TypeText.EscapeType(provider.InterfaceName)}\" /> declares, as data.</summary>");
        source.Line($"internal static readonly {Library}.OAuthDeclaration Declaration = new(");
        source.Line($"    {Literal.Of(provider.Name)},");
        source.Lines(Messages(methods));
        source.Open();
        Provider(source, provider.Provider);
        if (metadata is not null)
        {
            Metadata(source, metadata);
        }

        Quirks(source, provider.Quirks);
        if (provider.Quirks.LastOrDefault(quirk => quirk.Name == "OAuthClientAssertion") is { } assertion)
        {
            source.Line($"ClientAssertion = {Literal.Of(assertion)},");
        }

        if (provider.PushesAuthorizationRequests)
        {
            source.Line("PushesAuthorizationRequests = true,");
        }

        if (declarations.Fields.Any())
        {
            source.Line($"Methods = [{string.Join(", ", declarations.Fields.Select(field => $"Methods.{field.Value}"))}],");
        }

        source.Close(";");
    }

    public static void WriteMethods(SourceWriter source, MethodDeclarations declarations)
    {
        source.Line();
        source.Line("/// <summary>What the methods declare, as data.</summary>");
        source.Open("private static class Methods");
        var first = true;
        foreach (var field in declarations.Fields)
        {
            if (!first)
            {
                source.Line();
            }

            first = false;
            Method(source, field.Key, field.Value);
        }

        source.Close();
    }

    private static void Method(SourceWriter source, MethodModel method, string name)
    {
        var shape = MessageShape.Of(method.Kind);
        source.Line($"internal static readonly {Library}.OAuthMethod {name} = new({Library}.OAuthMessage.{shape.MessageName})");
        source.Open();
        foreach (var attribute in method.Attributes)
        {
            if (attribute.Property("Scopes") is { } scopes && attribute.Name + "Attribute" == shape.AttributeName)
            {
                source.Line($"Scopes = {Literal.Of(scopes)},");
            }
        }

        Quirks(source, method.Attributes);
        source.Close(";");
    }

    private static void Provider(SourceWriter source, AttributeModel provider)
    {
        var issuer = provider.Argument(0) is { } text ? Literal.Of(text) : "";
        var properties = provider.Properties.Where(property => property.Name != "JsonSerializerContext").ToList();
        if (properties.Count == 0)
        {
            source.Line($"Provider = new({issuer}),");
            return;
        }

        source.Line($"Provider = new({issuer})");
        source.Open();
        source.Lines(properties.Select(property => $"{property.Name} = {Literal.Of(property.Value)},"));
        source.Close(",");
    }

    /// <summary>What a kept document says, so that nobody has to ask for it.</summary>
    private static void Metadata(SourceWriter source, KeptMetadata metadata)
    {
        source.Line($"// From {metadata.FileName.Replace('\r', ' ').Replace('\n', ' ')}.");
        source.Line("Metadata = new()");
        source.Open();
        Entries(source, metadata.Entries.Where(entry => !DiscoveryMember.Of(entry.Name).IsAlias));
        var aliases = metadata.Entries.Where(entry => DiscoveryMember.Of(entry.Name).IsAlias).ToList();
        if (aliases.Count > 0)
        {
            source.Line($"{DiscoveryMember.Aliases} = new()");
            source.Open();
            Entries(source, aliases);
            source.Close(",");
        }

        source.Close(",");
    }

    private static void Entries(SourceWriter source, IEnumerable<DiscoveryEntry> entries)
    {
        foreach (var entry in entries)
        {
            var member = DiscoveryMember.Of(entry.Name);
            var value = member.Kind switch
            {
                DiscoveryKind.Truth => entry.Text,
                DiscoveryKind.Texts => $"[{string.Join(", ", entry.Items.Select(Literal.Of))}]",
                _ => Literal.Of(entry.Text),
            };
            source.Line($"{member.Property} = {value},");
        }
    }

    private static void Quirks(SourceWriter source, EquatableArray<AttributeModel> attributes)
    {
        foreach (var (name, property) in Groups)
        {
            Group(source, property, attributes.Where(attribute => attribute.Name == name).Select(Literal.Of).ToList());
        }

        Group(source, "Hooks", attributes.Where(HookReader.IsUsable).Select(Hook).ToList());
    }

    private static void Group(SourceWriter source, string property, List<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        source.Line($"{property} =");
        source.Line("[");
        source.Indent();
        source.Lines(items.Select(item => item + ","));
        source.Outdent();
        source.Line("],");
    }

    /// <summary>The hook itself, so that nothing is made by reflection.</summary>
    private static string Hook(AttributeModel attribute) =>
        $"new({string.Join(", ", attribute.Arguments.Select(Literal.Of).Prepend($"new {attribute.Text(HookReader.Property)}()"))})";

    /// <summary>The messages of the interface, a line each.</summary>
    private static IEnumerable<string> Messages(List<MethodModel> methods)
    {
        var names = methods
            .Where(method => method.Kind != MessageKind.None)
            .Select(method => MessageShape.Of(method.Kind))
            .Where(shape => !shape.IsReceived)
            .OrderBy(shape => shape.Message)
            .Select(shape => $"{Library}.OAuthMessage.{shape.Method}")
            .Distinct()
            .ToList();
        if (names.Count == 0)
        {
            names.Add($"{Library}.OAuthMessage.None");
        }

        return names.Select((name, i) => $"    {(i == 0 ? "" : "    | ")}{name}{(i == names.Count - 1 ? ")" : "")}");
    }
}
