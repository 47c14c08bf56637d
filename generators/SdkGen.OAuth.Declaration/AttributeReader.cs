using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Declaration;

/// <summary>Turns attributes into models.</summary>
internal static class AttributeReader
{
    /// <summary>How the members of an enum of the library are written, by number. It is read once per metadata symbol.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, EnumText> Enums = new();

    /// <summary>Whether an attribute is one of the library's, and which: its class without the suffix.</summary>
    public static string? NameOf(AttributeData attribute)
    {
        const string suffix = "Attribute";
        return attribute.AttributeClass is { } type
            && type.Name.EndsWith(suffix, StringComparison.Ordinal)
            && KnownTypes.IsOurs(type)
            ? type.Name.Substring(0, type.Name.Length - suffix.Length)
            : null;
    }

    /// <summary>Whether an attribute says what a provider does differently.</summary>
    public static bool IsQuirk(string name) => name is
        "OAuthParameter" or "OAuthVariable" or "OAuthRequest" or "OAuthResponse" or "OAuthMember" or "OAuthError" or "OAuthClientAssertion"
        or HookReader.Attribute;

    /// <summary>Reads an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">Its class without the suffix.</param>
    /// <param name="assembly">Where the generated code will be: a hook has to be visible there.</param>
    public static AttributeModel Read(AttributeData attribute, string name, IAssemblySymbol? assembly = null)
    {
        var constructor = attribute.ConstructorArguments;
        var arguments = constructor.IsEmpty ? [] : new ArgumentModel[constructor.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Read(constructor[i]);
        }

        var named = attribute.NamedArguments;
        var properties = named.IsEmpty ? [] : new PropertyModel[named.Length];
        var count = 0;
        foreach (var argument in named)
        {
            // A property that does not exist, or a value that does not compile, is the compiler's to report.
            if (argument.Value.Kind != TypedConstantKind.Error)
            {
                properties[count++] = new(argument.Key, Read(argument.Value));
            }
        }

        Array.Resize(ref properties, count);
        if (name == HookReader.Attribute)
        {
            properties = [HookReader.Read(attribute, assembly)];
        }

        return new(name, new(arguments), new(properties));
    }

    private static ArgumentModel Read(TypedConstant constant)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Primitive when constant.Value is string text:
                return new(ArgumentKind.Text, text);

            case TypedConstantKind.Primitive when constant.Value is char character:
                return new(ArgumentKind.Character, null, character);

            case TypedConstantKind.Primitive when constant.Value is bool truth:
                return new(ArgumentKind.Truth, null, truth ? 1 : 0);

            case TypedConstantKind.Primitive when constant.Value is int number:
                return new(ArgumentKind.Number, null, number);

            case TypedConstantKind.Enum when constant.Type is INamedTypeSymbol type && constant.Value is int value:
                return new(ArgumentKind.Enum, Enums.GetValue(type, static symbol => new(symbol)).Of(value), value);

            case TypedConstantKind.Type when constant.Value is ITypeSymbol { TypeKind: not TypeKind.Error } type:
                return new(ArgumentKind.Type, TypeText.Of(type));

            case TypedConstantKind.Array when !constant.IsNull:
                var values = constant.Values;
                var items = new string[values.Length];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = values[i].Kind == TypedConstantKind.Primitive && values[i].Value is string item ? item : "";
                }

                return new(ArgumentKind.Texts, null, 0, new(items));

            default:
                return default;
        }
    }

    /// <summary>The C# of the values of one enum.</summary>
    private sealed class EnumText
    {
        private readonly string _type;
        private readonly List<KeyValuePair<int, string>> _members = [];
        private readonly Dictionary<int, string> _texts = [];

        public EnumText(INamedTypeSymbol type)
        {
            _type = TypeText.Of(type);
            foreach (var member in type.GetMembers())
            {
                if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: int value })
                {
                    _members.Add(new(value, member.Name));
                }
            }
        }

        public string Of(int value)
        {
            lock (_texts)
            {
                return _texts.TryGetValue(value, out var text) ? text : _texts[value] = Write(value);
            }
        }

        /// <summary>The member of that value; else the members that make it up, the largest first; else a cast.</summary>
        private string Write(int value)
        {
            var exact = _members.FindIndex(member => member.Key == value);
            if (exact >= 0)
            {
                return $"{_type}.{_members[exact].Value}";
            }

            var rest = value;
            var parts = new List<string>();
            foreach (var member in _members.OrderByDescending(member => member.Key))
            {
                if (member.Key != 0 && (rest & member.Key) == member.Key)
                {
                    rest &= ~member.Key;
                    parts.Insert(0, $"{_type}.{member.Value}");
                }
            }

            return rest == 0 && parts.Count > 0
                ? string.Join(" | ", parts)
                : $"({_type})({value.ToString(CultureInfo.InvariantCulture)})";
        }
    }
}
