namespace SdkGen.OAuth.Declaration;

/// <summary>Everything that generated code depends on, and nothing else: no symbol, no syntax, no place in a file.</summary>
internal sealed record ProviderModel
{
    /// <summary>The namespace, escaped; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around the interface, outermost first, as declarations: <c>partial class Outer</c>.</summary>
    public EquatableArray<string> ContainingTypes { get; init; }

    /// <summary>The interface.</summary>
    public required string InterfaceName { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Whether the interface is partial, and can be given its static part.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Why nothing can be generated.</summary>
    public required ProviderProblem Problem { get; init; }

    /// <summary><c>[OAuthProvider]</c>.</summary>
    public required AttributeModel Provider { get; init; }

    /// <summary>The quirk attributes of the interface, those of the interfaces that it extends first.</summary>
    public EquatableArray<AttributeModel> Quirks { get; init; }

    /// <summary>Whether the declaration names a <c>JsonSerializerContext</c> that is one.</summary>
    public bool HasJsonContext { get; init; }

    /// <summary>The interfaces of the library that it inherits.</summary>
    public required EquatableArray<ContractUse> Contracts { get; init; }

    /// <summary>Whether its authorization requests are pushed (RFC 9126).</summary>
    public bool PushesAuthorizationRequests => Contracts.Any(use => use.Contract.Name == KnownTypes.PushedAuthorizationRequests);

    /// <summary>The methods that are the user's own.</summary>
    public EquatableArray<MethodModel> OwnMethods { get; init; }

    /// <summary>The members that are no methods: implemented only to throw.</summary>
    public EquatableArray<string> Stubs { get; init; }

    /// <summary>The name of the provider: <c>IOry</c> is the client of <c>Ory</c>. Letters of scripts without case count as capitals.</summary>
    public string Name => NameOf(InterfaceName);

    /// <summary>The context that describes user types, fully qualified.</summary>
    public string? JsonContext => Provider.Text("JsonSerializerContext");

    public static string NameOf(string interfaceName) =>
        interfaceName.Length > 1 && interfaceName[0] == 'I' && char.IsLetter(interfaceName[1]) && !char.IsLower(interfaceName[1]) ? interfaceName.Substring(1) : interfaceName;
}
