-- Why an issue was closed: confirmed, silence (nobody judged it), own_report (its resolver had reported it); NULL for what is not closed.
ALTER TABLE issue ADD closed_because nvarchar(20) NULL;
