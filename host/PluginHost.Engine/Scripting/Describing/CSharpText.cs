using System.Reflection;
using System.Runtime.CompilerServices;

namespace PluginHost.Engine.Scripting;

/// <summary>Writes declarations as C# does, as short as they can be understood.</summary>
internal static class CSharpText
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(MemberInfo member) => member switch
    {
        MethodInfo method => $"{Of(method.ReturnType)} {method.Name}{TypeParametersOf(method)}({string.Join(", ", method.GetParameters().Where(IsWritten).Select(Of))})",
        PropertyInfo property when property.GetIndexParameters() is { Length: > 0 } index => $"{Of(property.PropertyType)} this[{string.Join(", ", index.Select(Of))}]",
        PropertyInfo property => $"{Of(property.PropertyType)} {property.Name}",
        _ => member.Name,
    };

    public static string Of(Type type)
    {
        if (Words.TryGetValue(type, out var word))
            return word;

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";

        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }

    private static string Of(ParameterInfo parameter) =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Of(parameter.ParameterType)} {parameter.Name}";

    private static string TypeParametersOf(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";

    private static bool IsWritten(ParameterInfo parameter) =>
        !parameter.IsDefined(typeof(CallerLineNumberAttribute)) && !parameter.IsDefined(typeof(CallerFilePathAttribute));
}
