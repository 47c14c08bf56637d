using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>The methods of a provider that declare something of their own, each under the name of a field.</summary>
internal sealed class MethodDeclarations
{
    private readonly Dictionary<MethodModel, string> _names = [];

    public MethodDeclarations(List<MethodModel> methods)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "Methods" };
        foreach (var method in methods)
        {
            if (method.Problem != MethodProblem.None)
            {
                continue;
            }

            if (method.Attributes.Count > 0 && !_names.ContainsKey(method))
            {
                var name = FieldName(method.Name);
                for (var i = 2; !taken.Add(name); i++)
                {
                    name = FieldName(method.Name) + i;
                }

                _names.Add(method, name);
            }

            foreach (var parameter in method.Parameters)
            {
                if (parameter.Enum is { } @enum && !Enums.Exists(other => other.Type == @enum.Type))
                {
                    Enums.Add(@enum);
                }
            }
        }
    }

    /// <summary>The enums whose members are sent by name.</summary>
    public List<EnumModel> Enums { get; } = [];

    public IEnumerable<KeyValuePair<MethodModel, string>> Fields => _names;

    /// <summary>What a method passes on: its own declaration, or the library's.</summary>
    public string Of(MethodModel method) => _names.TryGetValue(method, out var name)
        ? $"Methods.{name}"
        : $"{KnownTypes.Namespace}.OAuthMethod.{MessageShape.Of(method.Kind).Method}";

    private static string FieldName(string method)
    {
        var name = method.TrimStart('@');
        return name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
    }
}
