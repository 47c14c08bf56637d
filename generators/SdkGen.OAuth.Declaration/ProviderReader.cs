using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Declaration;

/// <summary>
/// Reads an attributed interface. The compiler calls this for every interface after every edit, so it does the least that a model needs:
/// what the library's own interfaces say is read once and remembered with their symbols, and templates are left to whoever needs them.
/// </summary>
internal static class ProviderReader
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ContractModel> KnownContracts = new();

    private static readonly AttributeModel NoProvider = new("OAuthProvider", default, default);

    /// <summary>Reads an interface.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="syntax">A declaration of it: one of several if it is partial.</param>
    public static ProviderModel Read(INamedTypeSymbol type, InterfaceDeclarationSyntax syntax)
    {
        var attributes = new Attributes(type.ContainingAssembly);
        var own = default(Members);
        var interfaces = type.AllInterfaces;
        var contracts = new ContractUse[interfaces.Length];
        var count = 0;
        for (var i = interfaces.Length - 1; i >= 0; i--)
        {
            // The farthest first: what a more derived interface says is stronger.
            if (!KnownTypes.IsOurs(interfaces[i]))
            {
                attributes.Add(interfaces[i]);
            }
        }

        attributes.Add(type);
        var hasMembers = false;
        foreach (var contract in interfaces)
        {
            if (!KnownTypes.IsOurs(contract))
            {
                hasMembers = true;
                own.Add(contract, attributes.JsonContext, type.ContainingAssembly);
            }
            else if (contract.Name != "IOAuthProvider")
            {
                own.IsIncomplete |= contract.Arity == 1 && IsNameless(contract.TypeArguments[0]);
                contracts[count++] = new(Contract(contract.OriginalDefinition), UserType(contract));
            }
        }

        if (syntax.Members.Count > 0 || type.DeclaringSyntaxReferences.Length > 1)
        {
            hasMembers = true;
            own.Add(type, attributes.JsonContext, type.ContainingAssembly);
        }

        Array.Resize(ref contracts, count);
        var nesting = Nesting.Of(type);
        return new()
        {
            Namespace = TypeText.Of(type.ContainingNamespace),
            ContainingTypes = nesting.Declarations,
            InterfaceName = type.Name,
            IsPublic = nesting.IsPublic,
            IsPartial = IsPartial(syntax),
            Problem = nesting.Problem != ProviderProblem.None ? nesting.Problem
                : own.IsIncomplete || IsIncomplete(type.ContainingNamespace) ? ProviderProblem.Incomplete
                : attributes.HidesHook || own.HidesHook ? ProviderProblem.HookNotVisible
                : own.HasStaticAbstract ? ProviderProblem.StaticAbstractMember
                : GeneratedNames.AreTaken(type, hasMembers) ? ProviderProblem.NameTaken
                : syntax.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp12 } ? ProviderProblem.LanguageVersion
                : ProviderProblem.None,
            Provider = attributes.Provider,
            Quirks = attributes.Quirks,
            HasJsonContext = attributes.JsonContext is { } context && KnownTypes.IsJsonSerializerContext(context),
            Contracts = new(contracts),
            OwnMethods = own.Methods,
            Stubs = own.Stubs,
        };
    }

    public static bool IsPartial(MemberDeclarationSyntax syntax)
    {
        foreach (var modifier in syntax.Modifiers)
        {
            if (modifier.IsKind(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type, or one that it is made of, has no name yet.</summary>
    private static bool IsNameless(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: 0 } => true,
        INamedTypeSymbol { Arity: > 0 } named => named.TypeArguments.Any(IsNameless),
        IArrayTypeSymbol array => IsNameless(array.ElementType),
        IPointerTypeSymbol pointer => IsNameless(pointer.PointedAtType),
        ITypeParameterSymbol parameter => parameter.Name.Length == 0,
        _ => false,
    };

    /// <summary>Whether somebody is just typing the name of the namespace.</summary>
    private static bool IsIncomplete(INamespaceSymbol space) =>
        !space.IsGlobalNamespace && (space.Name.Length == 0 || IsIncomplete(space.ContainingNamespace));

    private static ContractModel Contract(INamedTypeSymbol definition) => KnownContracts.GetValue(definition, static contract =>
    {
        var methods = contract.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsAbstract: true, IsStatic: false })
            .Select(MethodReader.ReadStandard);
        return new(contract.Name, new(methods));
    });

    /// <summary>The type that an endpoint is read as, unless it is the library's own.</summary>
    private static string? UserType(INamedTypeSymbol contract) =>
        contract.Arity == 1 && !KnownTypes.IsOurs(contract.TypeArguments[0], "UserInfo") ? TypeText.Of(contract.TypeArguments[0]) : null;

    /// <summary>The attributes that have been read so far.</summary>
    private sealed class Attributes(IAssemblySymbol assembly)
    {
        private List<AttributeModel>? _quirks;

        public AttributeModel Provider { get; private set; } = NoProvider;

        public INamedTypeSymbol? JsonContext { get; private set; }

        /// <summary>Whether generated code cannot name one of the hooks.</summary>
        public bool HidesHook => _quirks is not null && _quirks.Exists(HookReader.IsHidden);

        public EquatableArray<AttributeModel> Quirks => _quirks is null ? default : new(_quirks);

        public void Add(INamedTypeSymbol type)
        {
            foreach (var attribute in type.GetAttributes())
            {
                switch (AttributeReader.NameOf(attribute))
                {
                    case "OAuthProvider":
                        AddProvider(attribute);
                        break;

                    case { } name when AttributeReader.IsQuirk(name):
                        _quirks ??= [];
                        _quirks.Add(AttributeReader.Read(attribute, name, assembly));
                        break;
                }
            }
        }

        /// <summary>A provider that extends another states only what differs.</summary>
        private void AddProvider(AttributeData attribute)
        {
            var read = AttributeReader.Read(attribute, "OAuthProvider");
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == "JsonSerializerContext" && argument.Value.Value is INamedTypeSymbol context)
                {
                    JsonContext = context;
                }
            }

            Provider = ReferenceEquals(Provider, NoProvider) ? read : new(
                read.Name,
                read.Arguments.Count > 0 ? read.Arguments : Provider.Arguments,
                new(Provider.Properties.Where(property => read.Property(property.Name) is null).Concat(read.Properties)));
        }
    }

    /// <summary>The members of the user's own interfaces that have been read so far.</summary>
    private struct Members
    {
        private List<MethodModel>? _methods;
        private List<string>? _stubs;

        public bool HasStaticAbstract { get; private set; }

        /// <summary>Whether a member, or a type in its signature, has no name yet.</summary>
        public bool IsIncomplete { get; set; }

        /// <summary>Whether generated code cannot name one of the hooks.</summary>
        public readonly bool HidesHook => _methods is not null && _methods.Exists(static method => method.Attributes.Any(HookReader.IsHidden));

        public readonly EquatableArray<MethodModel> Methods => _methods is null ? default : new(_methods);

        public readonly EquatableArray<string> Stubs => _stubs is null ? default : new(_stubs);

        public void Add(INamedTypeSymbol type, INamedTypeSymbol? jsonContext, IAssemblySymbol assembly)
        {
            foreach (var member in type.GetMembers())
            {
                if (!member.IsAbstract)
                {
                    continue;
                }

                IsIncomplete |= member.Name.Length == 0;
                if (member.IsStatic)
                {
                    HasStaticAbstract = true;
                }
                else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                {
                    IsIncomplete |= IsNameless(method.ReturnType)
                        || method.Parameters.Any(static parameter => IsNameless(parameter.Type))
                        || method.TypeParameters.Any(static parameter => IsNameless(parameter));
                    _methods ??= [];
                    _methods.Add(MethodReader.Read(method, jsonContext, assembly));
                }
                else if (member is IPropertySymbol or IEventSymbol)
                {
                    IsIncomplete |= member is IPropertySymbol property
                        ? IsNameless(property.Type) || property.Parameters.Any(static parameter => parameter.Name.Length == 0 || IsNameless(parameter.Type))
                        : IsNameless(((IEventSymbol)member).Type);
                    _stubs ??= [];
                    _stubs.Add(StubWriter.Write(member));
                }
            }
        }
    }
}
