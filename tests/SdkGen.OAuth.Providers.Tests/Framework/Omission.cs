using System.Collections;
using System.Reflection;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>A declaration without one of its attributes, or without one property of one.</summary>
/// <param name="What">What is left out, as it stands in the source.</param>
/// <param name="Rest">The declaration that remains.</param>
internal sealed record Omission(string What, OAuthDeclaration Rest)
{
    public static IEnumerable<Omission> Of(OAuthDeclaration declaration)
    {
        foreach (var (property, without) in PropertiesOf(declaration.Provider))
        {
            yield return new($"[OAuthProvider({property})]", Copy(declaration, nameof(declaration.Provider), without));
        }

        foreach (var (property, without) in PropertiesOf(declaration.ClientAssertion))
        {
            yield return new($"[OAuthClientAssertion({property})]", Copy(declaration, nameof(declaration.ClientAssertion), without));
        }

        foreach (var list in typeof(OAuthDeclaration).GetProperties().Where(property => property.PropertyType.IsArray && property.Name != nameof(declaration.Methods)))
        {
            var items = ((IEnumerable)list.GetValue(declaration)!).Cast<object>().ToArray();
            for (var i = 0; i < items.Length; i++)
            {
                yield return new(Text(items[i]), Copy(declaration, list.Name, ToArray(list, items.Where((_, at) => at != i))));
                foreach (var (property, without) in PropertiesOf(items[i]))
                {
                    object[] changed = [.. items];
                    changed[i] = without;
                    yield return new($"{Text(items[i])}.{property}", Copy(declaration, list.Name, ToArray(list, changed)));
                }
            }
        }
    }

    /// <summary>Each property that is stated, and the attribute without it.</summary>
    private static IEnumerable<(string Property, object Without)> PropertiesOf(object attribute)
    {
        if (attribute is OAuthHook)
        {
            yield break;
        }

        var initial = Create(attribute, without: null, copy: false);
        foreach (var property in attribute.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var isOptional = property.CanWrite || property.Name is nameof(OAuthProviderAttribute.Issuer) or nameof(OAuthParameterAttribute.Value);
            if (isOptional && !AreEqual(property.GetValue(attribute), property.CanWrite ? property.GetValue(initial) : null))
            {
                yield return (property.Name, Create(attribute, property.Name, copy: true));
            }
        }
    }

    private static object Create(object attribute, string? without, bool copy)
    {
        var type = attribute.GetType();
        var constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();
        var arguments = constructor.GetParameters()
            .Select(parameter => type.GetProperties().Single(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(property => property.Name == without ? null : property.GetValue(attribute))
            .ToArray();
        var created = constructor.Invoke(arguments);
        foreach (var property in type.GetProperties().Where(property => copy && property.CanWrite && property.Name != without))
        {
            property.SetValue(created, property.GetValue(attribute));
        }

        return created;
    }

    private static OAuthDeclaration Copy(OAuthDeclaration declaration, string changed, object value)
    {
        var copy = new OAuthDeclaration(declaration.Name, declaration.Messages) { Provider = declaration.Provider };
        foreach (var property in typeof(OAuthDeclaration).GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(copy, property.Name == changed ? value : property.GetValue(declaration));
        }

        return copy;
    }

    private static Array ToArray(PropertyInfo list, IEnumerable<object> items)
    {
        var all = items.ToArray();
        var array = Array.CreateInstance(list.PropertyType.GetElementType()!, all.Length);
        all.CopyTo(array, 0);
        return array;
    }

    private static bool AreEqual(object? one, object? other) =>
        one is IEnumerable and not string && other is IEnumerable ? ((IEnumerable)one).Cast<object>().SequenceEqual(((IEnumerable)other).Cast<object>()) : Equals(one, other);

    private static string Text(object attribute) => attribute switch
    {
        OAuthHook hook => $"[OAuthHook<{hook.Hook.GetType().Name}>]",
        OAuthMemberAttribute member => $"[OAuthMember({member.Name}, {member.From})]",
        OAuthParameterAttribute parameter => $"[OAuthParameter({parameter.Name}, {parameter.Value}, On = {parameter.On})]",
        OAuthRequestAttribute request => $"[OAuthRequest({request.Messages})]",
        OAuthResponseAttribute response => $"[OAuthResponse({response.Messages})]",
        OAuthErrorAttribute error => $"[OAuthError({error.Code})]",
        OAuthVariableAttribute variable => $"[OAuthVariable({variable.Name})]",
        _ => attribute.GetType().Name,
    };
}
