using System.Data.Common;
using System.Globalization;

namespace Ingest.Store.Relational;

/// <summary>Short forms for commands; parameters are always bound, never concatenated.</summary>
internal static class RelationalCommands
{
    public static DbCommand Command(
        this DbConnection connection, string sql, DbTransaction? transaction, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach ((string name, object? value) in parameters)
            command.Parameters.Add(command.Parameter(name, value));
        return command;
    }

    public static DbParameter Parameter(this DbCommand command, string name, object? value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }

    public static int Execute(
        this DbConnection connection, string sql, DbTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using DbCommand command = connection.Command(sql, transaction, parameters);
        return command.ExecuteNonQuery();
    }

    public static long Scalar(
        this DbConnection connection, string sql, DbTransaction? transaction = null, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using DbCommand command = connection.Command(sql, transaction, parameters);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Int(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static T? Name<T>(this DbDataReader reader, int column)
        where T : struct, Enum => reader.Text(column) is { } name ? Enum.Parse<T>(name) : null;

    public static DateOnly? Date(this DbDataReader reader, int column) =>
        reader.Text(column) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null;

    /// <summary>Instants are kept as UTC in the round-trip form, which sorts as text.</summary>
    public static string Stored(this DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(this DbDataReader reader, int column) =>
        DateTimeOffset.Parse(reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
